package dev.broadsheet.article.feeds;

import static dev.broadsheet.article.testing.Drafts.list;
import static dev.broadsheet.article.testing.Drafts.paragraph;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.testing.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class FeedChangesTest {

    static Stream<String> feeds() {
        return FeedPages.FORMATS.stream().map(format -> "/feeds/articles." + format);
    }

    static Stream<String> addresses() {
        return Stream.concat(feeds(), Stream.of("/sitemap.xml", "/sitemap-news.xml", "/robots.txt"));
    }

    private final String newsletter = FeedPages.newsletter();

    @Test
    void aRetractedArticleLeavesEverythingAtOnce() {
        JsonPath stays = Desk.createAndPublish(FeedPages.draft("Stays", newsletter));
        JsonPath goes = Desk.createAndPublish(FeedPages.draft("Goes", newsletter));
        String slug = goes.getString("slug");
        // Read before, so that whatever is kept of an answer was kept.
        assertThat(Stream.concat(feeds(), Stream.of("/sitemap.xml", "/sitemap-news.xml")))
                .allSatisfy(
                        address -> assertThat(given().get(address).asString()).contains("/articles/" + slug));
        assertThat(FeedPages.ids("rss", "newsletter=" + newsletter)).hasSize(2);

        Desk.retract(goes.getString("id")).then().statusCode(200);

        assertThat(Stream.concat(feeds(), Stream.of("/sitemap.xml", "/sitemap-news.xml")))
                .allSatisfy(
                        address -> assertThat(given().get(address).asString()).doesNotContain("/articles/" + slug));
        assertThat(FeedPages.FORMATS)
                .allSatisfy(format -> assertThat(FeedPages.ids(format, "newsletter=" + newsletter))
                        .containsExactly(FeedPages.urn(stays)));
    }

    @Test
    void anEditIsShownAtOnceAndUnderTheSameId() {
        Map<String, Object> draft = FeedPages.draft("As it was", newsletter);
        JsonPath article = Desk.createAndPublish(draft);
        assertThat(FeedPages.FORMATS)
                .allSatisfy(format -> assertThat(FeedPages.ids(format, "newsletter=" + newsletter))
                        .hasSize(1));

        draft.put("headline", "As it is");
        draft.put("body", list(paragraph("Corrected *throughout*.")));
        Desk.edit(article.getString("id"), draft).then().statusCode(200);

        for (String format : FeedPages.FORMATS) {
            assertThat(FeedPages.get(format, "newsletter=" + newsletter).asString())
                    .contains("As it is", "Corrected", "throughout")
                    .doesNotContain("As it was");
            assertThat(FeedPages.ids(format, "newsletter=" + newsletter)).containsExactly(FeedPages.urn(article));
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void whoHasItAlreadyIsToldSo(String address) {
        Desk.createAndPublish(FeedPages.draft("Nothing new", newsletter));
        Response first = given().get(address);

        for (Response again : List.of(
                given().header("If-None-Match", first.header("ETag")).get(address),
                given().header("If-Modified-Since", first.header("Last-Modified"))
                        .get(address))) {
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.asByteArray()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        }
        given().header("If-None-Match", "\"another\"").get(address).then().statusCode(200);
        given().header("If-Modified-Since", "Sun, 01 Mar 2020 00:00:00 GMT")
                .get(address)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void theHeadOfAnAnswerCanBeAskedFor(String address) {
        Response head = given().head(address);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asByteArray()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(given().get(address).header("ETag"));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void aFilteredFeedStaysTheSameWhileOthersChange(String address) {
        Desk.createAndPublish(FeedPages.draft("Untouched", newsletter));
        String filtered = address + "?newsletter=" + newsletter;
        Response first = given().get(filtered);

        Desk.createAndPublish(FeedPages.draft("Elsewhere", FeedPages.newsletter()));

        assertThat(given().header("If-None-Match", first.header("ETag"))
                        .get(filtered)
                        .statusCode())
                .isEqualTo(304);
    }
}
