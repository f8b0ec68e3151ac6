package dev.broadsheet.article.feeds;

/**
 * How the addresses of the site are spread over sitemaps: the front page, then the articles, so many at a time.
 *
 * @param size how many addresses one sitemap lists at the most
 */
record SitemapPages(int size) {

    /** What the protocol allows in one file. */
    static final SitemapPages USUAL = new SitemapPages(50_000);

    /** At least one. */
    int count(long articles) {
        return Math.toIntExact(articles / size + 1);
    }

    /** How many articles the pages before this one list. The first page begins with the front page, and has one less. */
    int offset(int page) {
        return page == 1 ? 0 : Math.multiplyExact(page - 1, size) - 1;
    }

    int limit(int page) {
        return page == 1 ? size - 1 : size;
    }
}
