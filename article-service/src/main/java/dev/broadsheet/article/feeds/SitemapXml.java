package dev.broadsheet.article.feeds;

import dev.broadsheet.article.reading.PublishedAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Sitemaps by the protocol 0.9 of sitemaps.org, and Google's extension for news. */
final class SitemapXml {

    private static final XmlNamespace SITEMAP = new XmlNamespace("", "http://www.sitemaps.org/schemas/sitemap/0.9");
    private static final XmlNamespace NEWS = new XmlNamespace("news", "http://www.google.com/schemas/sitemap-news/0.9");

    private SitemapXml() {}

    /**
     * @param pages those without a date
     */
    static byte[] addresses(List<String> pages, List<PublishedAddress> articles) {
        return XmlDocument.write(xml -> xml.element(SITEMAP, "urlset", () -> {
            xml.declare(SITEMAP);
            pages.forEach(page -> xml.element(SITEMAP, "url", () -> xml.element(SITEMAP, "loc", page)));
            articles.forEach(article -> xml.element(SITEMAP, "url", () -> {
                xml.element(SITEMAP, "loc", article.url());
                xml.element(SITEMAP, "lastmod", written(article.updatedAt()));
            }));
        }));
    }

    /** A sitemap of sitemaps. */
    static byte[] index(List<String> sitemaps) {
        return XmlDocument.write(xml -> xml.element(SITEMAP, "sitemapindex", () -> {
            xml.declare(SITEMAP);
            sitemaps.forEach(sitemap -> xml.element(SITEMAP, "sitemap", () -> xml.element(SITEMAP, "loc", sitemap)));
        }));
    }

    /**
     * @param otherwise the page to list when there is no news: a sitemap without any address is not valid
     */
    static byte[] news(List<FreshArticle> articles, FeedConfig config, String otherwise) {
        return XmlDocument.write(xml -> xml.element(SITEMAP, "urlset", () -> {
            xml.declare(SITEMAP, NEWS);
            if (articles.isEmpty()) {
                xml.element(SITEMAP, "url", () -> xml.element(SITEMAP, "loc", otherwise));
            }
            articles.forEach(article -> xml.element(SITEMAP, "url", () -> {
                xml.element(SITEMAP, "loc", article.url());
                xml.element(NEWS, "news", () -> {
                    xml.element(NEWS, "publication", () -> {
                        xml.element(NEWS, "name", config.publication());
                        xml.element(NEWS, "language", config.language());
                    });
                    xml.element(NEWS, "publication_date", written(article.publishedAt()));
                    xml.element(NEWS, "title", article.headline());
                });
            }));
        }));
    }

    private static String written(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
