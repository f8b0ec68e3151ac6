package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.broadsheet.article.testing.ArticleTopic;
import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchedulingTest {

    private static final Logger LOG = Logger.getLogger(SchedulingTest.class);

    @Inject
    Stored stored;

    @Test
    void aScheduledArticleWaitsUnseen() throws SQLException {
        JsonPath draft = Desk.create(draft("Waits unseen"));
        Instant at = inHours(1);

        Desk.publish(draft.getString("id"), Map.of("at", at.toString()))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("SCHEDULED"))
                .body("scheduledAt", equalTo(at.toString()))
                .body("publishedAt", nullValue());

        given().get("/api/v1/articles/" + draft.getString("slug")).then().statusCode(404);
        assertThat(stored.eventsOf(draft.getString("id"))).isEmpty();
    }

    @Test
    void aScheduledArticleIsPublicAtItsTimeAndNotBefore() throws SQLException {
        Instant at = Instant.now().plusMillis(700).truncatedTo(ChronoUnit.MICROS);
        JsonPath scheduled = Desk.createAndSchedule(draft("On time"), at);
        String id = scheduled.getString("id");

        awaitPublic(scheduled);

        JsonPath article = Desk.read(id).jsonPath();
        Instant publishedAt = Instant.parse(article.getString("publishedAt"));
        assertThat(publishedAt).isAfterOrEqualTo(at);
        LOG.infof(
                "Published %d ms after its time",
                Duration.between(at, publishedAt).toMillis());
        assertThat(article.getString("state")).isEqualTo("PUBLISHED");
        assertThat(article.getMap("$")).doesNotContainKey("scheduledAt");
        assertThat(stored.eventsOf(id)).containsExactly("ArticlePublished");
        try (ArticleTopic topic = new ArticleTopic()) {
            assertThat(topic.awaitEventOf(id).getString("publishedAt")).isEqualTo(article.getString("publishedAt"));
        }
    }

    @Test
    void anUnscheduledArticleIsADraftThatNoTimePublishes() throws SQLException {
        Instant at = Instant.now().plusMillis(700);
        String calledOff = Desk.createAndSchedule(draft("Called off"), at).getString("id");
        JsonPath after = Desk.createAndSchedule(draft("Right after it"), at.plusMillis(1));

        Desk.unschedule(calledOff)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("DRAFT"))
                .body("scheduledAt", nullValue());
        Desk.unschedule(calledOff).then().statusCode(200).header("ETag", "\"2\"");

        awaitPublic(after);
        Desk.read(calledOff).then().body("state", equalTo("DRAFT"));
        assertThat(stored.eventsOf(calledOff)).isEmpty();
    }

    @Test
    void aScheduledArticleMovesToAnotherTime() {
        String id = Desk.createAndSchedule(draft("Moved"), inHours(1)).getString("id");
        Instant later = inHours(48);

        Desk.publish(id, Map.of("at", later.toString()))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("SCHEDULED"))
                .body("scheduledAt", equalTo(later.toString()));
    }

    @Test
    void publishingNowEndsTheWait() throws SQLException {
        JsonPath scheduled = Desk.createAndSchedule(draft("No time to wait"), inHours(1));
        String id = scheduled.getString("id");

        Desk.publish(id)
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("scheduledAt", nullValue());

        given().get("/api/v1/articles/" + scheduled.getString("slug")).then().statusCode(200);
        assertThat(stored.eventsOf(id)).containsExactly("ArticlePublished");
    }

    @Test
    void whatIsPublishedIsWhatWasSavedLast() throws SQLException {
        JsonPath scheduled = Desk.createAndSchedule(draft("As it was scheduled"), inHours(1));
        String id = scheduled.getString("id");
        JsonPath saved = Desk.edit(id, draft("As it was saved later"))
                .then()
                .statusCode(200)
                .body("state", equalTo("SCHEDULED"))
                .body("scheduledAt", equalTo(scheduled.getString("scheduledAt")))
                .extract()
                .jsonPath();

        stored.makeDue(List.of(id));
        awaitPublic(saved);

        given().get("/api/v1/articles/" + saved.getString("slug"))
                .then()
                .body("headline", equalTo("As it was saved later"));
        try (ArticleTopic topic = new ArticleTopic()) {
            assertThat(topic.awaitEventOf(id).getString("headline")).isEqualTo("As it was saved later");
        }
    }

    @Test
    void aConditionOnTheVersionHoldsForPublishingToo() throws SQLException {
        String id = Desk.create(draft("Seen by one, saved by another")).getString("id");
        Desk.edit(id, draft("Saved by another")).then().statusCode(200);

        for (String action : List.of("publish", "unschedule", "retract")) {
            Desk.asEditor()
                    .header("If-Match", "\"0\"")
                    .post(Desk.ARTICLES + "/" + id + "/" + action)
                    .then()
                    .statusCode(412)
                    .contentType("application/problem+json");
        }

        Desk.read(id).then().body("state", equalTo("DRAFT"));
        assertThat(stored.eventsOf(id)).isEmpty();
        Desk.asEditor()
                .header("If-Match", "\"1\"")
                .post(Desk.ARTICLES + "/" + id + "/publish")
                .then()
                .statusCode(200);
    }

    @Test
    void aPublishedArticleCannotBeScheduled() throws SQLException {
        String id = Desk.createAndPublish(draft("Public already")).getString("id");

        Desk.publish(id, Map.of("at", inHours(1).toString()))
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
        Desk.unschedule(id).then().statusCode(409);

        Desk.read(id).then().body("state", equalTo("PUBLISHED")).body("version", equalTo(1));
        assertThat(stored.eventsOf(id)).containsExactly("ArticlePublished");
    }

    @Test
    void aRetractedArticleCannotBeScheduled() throws SQLException {
        String id = Desk.createAndPublish(draft("Withdrawn already")).getString("id");
        Desk.retract(id).then().statusCode(200);

        Desk.publish(id, Map.of("at", inHours(1).toString())).then().statusCode(409);
        Desk.unschedule(id).then().statusCode(409);

        Desk.read(id).then().body("state", equalTo("RETRACTED"));
        assertThat(stored.eventsOf(id)).containsExactly("ArticlePublished", "ArticleRetracted");
    }

    private static void awaitPublic(JsonPath article) {
        String address = "/api/v1/articles/" + article.getString("slug");
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> given().get(address).statusCode() == 200);
    }

    private static Instant inHours(int hours) {
        return Instant.now().plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.MICROS);
    }
}
