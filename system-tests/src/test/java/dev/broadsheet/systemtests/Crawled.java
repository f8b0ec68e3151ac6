package dev.broadsheet.systemtests;

/** What feed readers and crawlers ask for, and how an article's address stands in it. */
enum Crawled {
    RSS("/feeds/articles.rss", "application/rss+xml", "<link>%s</link>"),
    ATOM("/feeds/articles.atom", "application/atom+xml", "href=\"%s\""),
    JSON_FEED("/feeds/articles.json", "application/feed+json", "\"url\":\"%s\""),
    SITEMAP("/sitemap.xml", "application/xml", "<loc>%s</loc>"),
    NEWS_SITEMAP("/sitemap-news.xml", "application/xml", "<loc>%s</loc>");

    private final String path;
    private final String type;
    private final String entry;

    Crawled(String path, String type, String entry) {
        this.path = path;
        this.type = type;
        this.entry = entry;
    }

    String path() {
        return path;
    }

    String type() {
        return type;
    }

    String entry(String address) {
        return entry.formatted(address);
    }
}
