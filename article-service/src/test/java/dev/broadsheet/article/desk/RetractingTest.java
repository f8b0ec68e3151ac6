package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.draftWith;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.broadsheet.article.testing.ArticleTopic;
import dev.broadsheet.article.testing.ArticleTopic.Told;
import dev.broadsheet.article.testing.AtOnce;
import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Drafts;
import dev.broadsheet.article.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetractingTest {

    @Inject
    Stored stored;

    @Test
    void aRetractedArticleIsGoneFromItsAddress() {
        JsonPath article = Desk.createAndPublish(draft("Withdrawn"));
        String address = "/api/v1/articles/" + article.getString("slug");
        // Both are kept in memory from here on.
        given().get(address).then().statusCode(200);
        given().get(address + "/related").then().statusCode(200);

        Desk.retract(article.getString("id"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("RETRACTED"))
                .body("publishedAt", equalTo(article.getString("publishedAt")));

        for (String gone : List.of(address, address + "/related")) {
            given().get(gone)
                    .then()
                    .statusCode(410)
                    .contentType("application/problem+json")
                    .body("status", equalTo(410));
        }
    }

    @Test
    void aRetractedArticleIsNowhereElseEither() {
        String newsletter = "retracting-" + UUID.randomUUID();
        String word = UUID.randomUUID().toString().replaceAll("[^a-f]", "x");
        JsonPath kept = Desk.createAndPublish(draftOf("Kept " + word, newsletter));
        JsonPath withdrawn = Desk.createAndPublish(draftOf("Withdrawn " + word, newsletter));
        List<String> places = List.of(
                "/api/v1/articles?newsletter=" + newsletter,
                "/api/v1/articles?q=" + word,
                "/api/v1/articles?limit=100",
                "/api/v1/articles/" + kept.getString("slug") + "/related");
        places.forEach(place -> assertThat(slugs(place)).contains(withdrawn.getString("slug")));

        Desk.retract(withdrawn.getString("id")).then().statusCode(200);

        places.forEach(place -> assertThat(slugs(place)).doesNotContain(withdrawn.getString("slug")));
        assertThat(slugs(places.get(0))).containsExactly(kept.getString("slug"));
    }

    @Test
    void aRetractionIsTold() {
        JsonPath article = Desk.createAndPublish(draft("Told and withdrawn"));
        String id = article.getString("id");

        JsonPath retracted = Desk.retract(id).jsonPath();

        try (ArticleTopic topic = new ArticleTopic()) {
            List<Told> events = topic.awaitEventsOf(id, 2);
            assertThat(events).extracting(Told::type).containsExactly("ArticlePublished", "ArticleRetracted");
            JsonPath event = events.get(1).data();
            assertThat(event.getString("articleId")).isEqualTo(id);
            assertThat(event.getString("slug")).isEqualTo(article.getString("slug"));
            assertThat(event.getString("retractedAt")).isEqualTo(retracted.getString("retractedAt"));
        }
    }

    @Test
    void retractingAgainChangesNothingAndTellsNobody() throws Exception {
        String id = Desk.createAndPublish(draft("Everyone withdraws it")).getString("id");

        List<Response> answers = AtOnce.many(() -> Desk.retract(id));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(Desk.retract(id).asString());
        assertThat(stored.eventsOf(id)).containsExactly("ArticlePublished", "ArticleRetracted");
    }

    @Test
    void whatWasNeverPublicCannotBeRetracted() throws SQLException {
        String draft = Desk.create(draft("Never public")).getString("id");
        String scheduled = Desk.createAndSchedule(
                        draft("Not public yet"), Instant.now().plus(Duration.ofDays(1)))
                .getString("id");
        for (String id : List.of(draft, scheduled)) {
            Desk.retract(id).then().statusCode(409).contentType("application/problem+json");
            assertThat(stored.eventsOf(id)).isEmpty();
        }
        Desk.retract(UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void aRetractedArticleCanBePublishedAgain() throws SQLException {
        JsonPath first = Desk.createAndPublish(draft("Back again"));
        String id = first.getString("id");
        Desk.retract(id);

        JsonPath again = Desk.publish(id)
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("slug", equalTo(first.getString("slug")))
                .body("retractedAt", nullValue())
                .extract()
                .jsonPath();

        assertThat(Instant.parse(again.getString("publishedAt"))).isAfter(first.getString("publishedAt"));
        given().get("/api/v1/articles/" + first.getString("slug"))
                .then()
                .statusCode(200)
                .body("publishedAt", equalTo(again.getString("publishedAt")));
        assertThat(slugs("/api/v1/articles")).contains(first.getString("slug"));
        assertThat(stored.eventsOf(id)).containsExactly("ArticlePublished", "ArticleRetracted", "ArticlePublished");
        try (ArticleTopic topic = new ArticleTopic()) {
            assertThat(topic.awaitEventsOf(id, 3).get(2).data().getString("publishedAt"))
                    .isEqualTo(again.getString("publishedAt"));
        }
    }

    private static List<String> slugs(String place) {
        return given().get(place).then().statusCode(200).extract().jsonPath().getList("items.slug");
    }

    private static Map<String, Object> draftOf(String headline, String newsletter) {
        Map<String, Object> draft = draftWith("headline", headline);
        draft.put("newsletters", Drafts.list(newsletter));
        return draft;
    }
}
