package dev.broadsheet.article.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.NewsAttributes;
import dev.broadsheet.article.testing.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NewsSitemapTest {

    private static final String FRONT_PAGE = "http://localhost:8080/";

    @Inject
    FreshArticles freshArticles;

    @Inject
    FeedConfig config;

    @Test
    void newsIsTheNewestFirst() {
        JsonPath article = Desk.createAndPublish(FeedPages.draft("Fresh & new", FeedPages.newsletter()));

        List<SiteMapURL> addresses = Sitemap.addresses(Sitemap.read("/sitemap-news.xml"));

        SiteMapURL newest = addresses.get(0);
        assertThat(newest.getUrl()).hasToString("http://localhost:8080/articles/" + article.getString("slug"));
        NewsAttributes news = (NewsAttributes) newest.getAttributesForExtension(Extension.NEWS)[0];
        assertThat(news.isValid()).isTrue();
        assertThat(news.getName()).isEqualTo("Broadsheet");
        assertThat(news.getLanguage()).isEqualTo("en");
        assertThat(news.getTitle()).isEqualTo("Fresh & new");
        assertThat(news.getPublicationDateTime().toInstant())
                .isEqualTo(publishedAt(article).truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void onlyWhatIsYoungerThanALimitIsNews() {
        Instant older = publishedAt(Desk.createAndPublish(FeedPages.draft("Older", FeedPages.newsletter())));
        JsonPath newer = Desk.createAndPublish(FeedPages.draft("Newer", FeedPages.newsletter()));

        assertThat(freshArticles.publishedSince(older, 1000))
                .singleElement()
                .satisfies(article -> assertThat(article.url()).endsWith("/articles/" + newer.getString("slug")));
        assertThat(freshArticles.publishedSince(publishedAt(newer), 1000)).isEmpty();
        assertThat(freshArticles.lastPublishedUntil(publishedAt(newer).minusNanos(1000)))
                .contains(older);
        assertThat(freshArticles.lastPublishedUntil(Instant.EPOCH)).isEmpty();
    }

    @Test
    void noMoreAreListedThanTheLimit() {
        Desk.createAndPublish(FeedPages.draft("One", FeedPages.newsletter()));
        Desk.createAndPublish(FeedPages.draft("Two", FeedPages.newsletter()));

        assertThat(freshArticles.publishedSince(Instant.EPOCH, 1)).hasSize(1);
    }

    @Test
    void anEmptyNewsroomHasASitemap() {
        assertThat(Sitemap.urls(SitemapXml.news(List.of(), config, FRONT_PAGE))).containsExactly(FRONT_PAGE);
    }

    private static Instant publishedAt(JsonPath article) {
        return Instant.parse(article.getString("publishedAt"));
    }
}
