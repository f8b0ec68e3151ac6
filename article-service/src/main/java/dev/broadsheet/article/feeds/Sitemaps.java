package dev.broadsheet.article.feeds;

import dev.broadsheet.article.reading.AsOf;
import dev.broadsheet.article.reading.Publications;
import dev.broadsheet.article.reading.PublishedAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What crawlers are told of the site's addresses. */
@ApplicationScoped
class Sitemaps {

    /** Both are Google's: older articles are no news, and a longer list is refused. */
    private static final Duration FRESH = Duration.ofDays(2);

    private static final int MOST_NEWS = 1000;

    private final Publications publications;
    private final FreshArticles freshArticles;
    private final FeedAddresses addresses;
    private final FeedConfig config;
    private final Clock clock;

    Sitemaps(
            Publications publications,
            FreshArticles freshArticles,
            FeedAddresses addresses,
            FeedConfig config,
            Clock clock) {
        this.publications = publications;
        this.freshArticles = freshArticles;
        this.addresses = addresses;
        this.config = config;
        this.clock = clock;
    }

    /** All addresses, or, when one sitemap cannot hold them, where the sitemaps are that do. */
    AsOf<byte[]> whole(SitemapPages pages) {
        Instant changed = publications.lastChange();
        int count = pages.count(publications.count());
        if (count == 1) {
            return page(1, pages);
        }
        List<String> sitemaps =
                IntStream.rangeClosed(1, count).mapToObj(addresses::sitemapPage).toList();
        return new AsOf<>(SitemapXml.index(sitemaps), changed);
    }

    AsOf<byte[]> page(int page, SitemapPages pages) {
        if (page > pages.count(publications.count())) {
            throw new NotFoundException("There is no such page of the sitemap.");
        }
        AsOf<List<PublishedAddress>> articles = publications.addresses(pages.offset(page), pages.limit(page));
        List<String> before = page == 1 ? List.of(addresses.frontPage()) : List.of();
        return new AsOf<>(SitemapXml.addresses(before, articles.value()), articles.changed());
    }

    AsOf<byte[]> news() {
        Instant since = clock.instant().minus(FRESH);
        Instant changed = publications.lastChange();
        // An article that leaves because of its age changes the sitemap as well.
        Instant left = freshArticles
                .lastPublishedUntil(since)
                .map(published -> published.plus(FRESH))
                .orElse(Instant.EPOCH);
        List<FreshArticle> articles = freshArticles.publishedSince(since, MOST_NEWS);
        return new AsOf<>(
                SitemapXml.news(articles, config, addresses.frontPage()), left.isAfter(changed) ? left : changed);
    }
}
