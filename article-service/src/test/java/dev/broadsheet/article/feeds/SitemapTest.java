package dev.broadsheet.article.feeds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import crawlercommons.sitemaps.SiteMapURL;
import dev.broadsheet.article.reading.PublishedAddress;
import dev.broadsheet.article.testing.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SitemapTest {

    private static final String FRONT_PAGE = "http://localhost:8080/";

    @Inject
    Sitemaps sitemaps;

    @Test
    void crawlersFindEveryArticleAndWhenItChanged() {
        JsonPath article = Desk.createAndPublish(FeedPages.draft("Found by crawlers", FeedPages.newsletter()));

        List<SiteMapURL> addresses = Sitemap.addresses(Sitemap.read("/sitemap.xml"));

        assertThat(addresses.get(0).getUrl()).hasToString(FRONT_PAGE);
        assertThat(addresses.get(addresses.size() - 1)).satisfies(last -> {
            assertThat(last.getUrl()).hasToString("http://localhost:8080/articles/" + article.getString("slug"));
            assertThat(last.getLastModified().toInstant())
                    .isEqualTo(Instant.parse(article.getString("updatedAt")).truncatedTo(ChronoUnit.SECONDS));
        });
        assertThat(Sitemap.urls(Sitemap.read("/sitemap.xml?page=1")))
                .isEqualTo(Sitemap.urls(Sitemap.read("/sitemap.xml")));
    }

    @Test
    void aDraftIsInNoSitemap() {
        String slug = Desk.create(FeedPages.draft("Not for crawlers", FeedPages.newsletter()))
                .getString("slug");

        assertThat(List.of("/sitemap.xml", "/sitemap-news.xml"))
                .allSatisfy(
                        sitemap -> assertThat(given().get(sitemap).asString()).doesNotContain(slug));
    }

    @Test
    void moreThanOneSitemapHoldsBecomesAnIndexOfSeveral() {
        for (int number = 1; number <= 5; number++) {
            Desk.createAndPublish(FeedPages.draft("One of many", FeedPages.newsletter()));
        }
        List<String> all = Sitemap.urls(Sitemap.read("/sitemap.xml"));
        SitemapPages pages = new SitemapPages(3);

        List<String> index = Sitemap.index(sitemaps.whole(pages).value());

        List<String> found = new ArrayList<>();
        for (int page = 1; page <= index.size(); page++) {
            assertThat(index.get(page - 1)).isEqualTo("http://localhost:8080/sitemap.xml?page=" + page);
            List<String> part = Sitemap.urls(sitemaps.page(page, pages).value());
            assertThat(part).hasSizeBetween(1, 3);
            found.addAll(part);
        }
        assertThat(found).isEqualTo(all);
        assertThatThrownBy(() -> sitemaps.page(index.size() + 1, pages)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anEmptyNewsroomHasASitemap() {
        assertThat(Sitemap.urls(SitemapXml.addresses(List.of(FRONT_PAGE), List.<PublishedAddress>of())))
                .containsExactly(FRONT_PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1x", "%00", "01", "1.5", "9999999999", "%D9%A1"})
    void whatIsNoPageIsRefused(String page) {
        given().urlEncodingEnabled(false)
                .get("/sitemap.xml?page=" + page)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", equalTo(List.of("page")));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 999_999})
    void aPageBehindTheLastIsNotFound(int page) {
        given().get("/sitemap.xml?page=" + page)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("There is no such page of the sitemap."));
    }
}
