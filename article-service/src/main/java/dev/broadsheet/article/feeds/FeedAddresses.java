package dev.broadsheet.article.feeds;

import dev.broadsheet.article.reading.ArticleFilter;
import dev.broadsheet.article.site.PublicSite;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;

/** Where feeds, sitemaps and the pages that they point to are found. */
@ApplicationScoped
class FeedAddresses {

    static final String SITEMAP = "/sitemap.xml";
    static final String NEWS_SITEMAP = "/sitemap-news.xml";

    private final PublicSite site;

    FeedAddresses(PublicSite site) {
        this.site = site;
    }

    String frontPage() {
        return site.address("/").toString();
    }

    String author(String slug) {
        return site.address("/authors/" + slug).toString();
    }

    String article(String slug) {
        return site.article(slug);
    }

    /** The page that lists what the filter lets through; the front page where no page lists just that. */
    String page(ArticleFilter filter) {
        boolean local = filter.market() != null || filter.newsletter() != null;
        if (filter.topic() != null && filter.author() == null && !local) {
            return site.address("/topics/" + filter.topic()).toString();
        }
        if (filter.author() != null && filter.topic() == null && !local) {
            return author(filter.author());
        }
        return frontPage();
    }

    /** One address for one feed, in whatever order its parameters were asked for. */
    String feed(FeedFormat format, ArticleFilter filter) {
        UriBuilder address = UriBuilder.fromUri(site.address("/feeds/articles." + format.ending()));
        add(address, "topic", filter.topic());
        add(address, "author", filter.author());
        add(address, "newsletter", filter.newsletter());
        add(address, "market", filter.market());
        return address.build().toString();
    }

    String sitemap() {
        return site.address(SITEMAP).toString();
    }

    String sitemapPage(int page) {
        return UriBuilder.fromUri(site.address(SITEMAP))
                .queryParam("page", page)
                .build()
                .toString();
    }

    String newsSitemap() {
        return site.address(NEWS_SITEMAP).toString();
    }

    private static void add(UriBuilder address, String name, String slug) {
        if (slug != null) {
            address.queryParam(name, slug);
        }
    }
}
