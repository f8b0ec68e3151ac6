package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.draftWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeletingTest {

    @Inject
    Stored stored;

    @Test
    void aDeletedDraftIsGone() throws SQLException {
        String id = Desk.create(draft("Not worth it")).getString("id");

        Desk.delete(id, "\"0\"").then().statusCode(204);

        Desk.read(id).then().statusCode(404).contentType("application/problem+json");
        Desk.delete(id, "\"0\"").then().statusCode(404);
        Desk.publish(id).then().statusCode(404);
        assertThat(stored.eventsOf(id)).isEmpty();
    }

    @Test
    void theSlugOfADeletedDraftIsFree() {
        String slug = "freed-" + UUID.randomUUID();
        String id = Desk.create(draftWith("slug", slug)).getString("id");
        Desk.send(draftWith("slug", slug)).then().statusCode(400).body("violations[0].code", equalTo("slug.taken"));

        Desk.delete(id, "*").then().statusCode(204);

        Desk.send(draftWith("slug", slug)).then().statusCode(201).body("slug", equalTo(slug));
    }

    @Test
    void whoDoesNotSayWhatTheySawDeletesNothing() {
        String id = Desk.create(draft("Kept")).getString("id");

        Desk.asEditor().delete(Desk.ARTICLES + "/" + id).then().statusCode(428).contentType("application/problem+json");
        Desk.delete(id, "0").then().statusCode(400).body("violations[0].field", equalTo("If-Match"));

        Desk.read(id).then().statusCode(200);
    }

    @Test
    void whatSomeoneElseHasSavedSinceIsNotDeleted() {
        String id = Desk.create(draft("Worked on")).getString("id");
        Desk.edit(id, draft("Worked on by another")).then().statusCode(200);

        Desk.delete(id, "\"0\"").then().statusCode(412).contentType("application/problem+json");
        Desk.delete(id, "W/\"1\"").then().statusCode(412);

        Desk.read(id).then().statusCode(200);
    }

    @Test
    void whatReadersWaitForIsNotDeleted() {
        assertKept(Desk.createAndSchedule(draft("Tomorrow"), Instant.now().plus(Duration.ofDays(1))));
    }

    @Test
    void whatReadersHaveSeenIsNotDeleted() {
        JsonPath article = Desk.createAndPublish(draft("Seen"));
        assertKept(article);
        assertKept(Desk.retract(article.getString("id")).jsonPath());
    }

    @Test
    void aDraftThatWaitedForItsTimeCanBeDeleted() {
        String id = Desk.createAndSchedule(draft("Called off"), Instant.now().plus(Duration.ofDays(1)))
                .getString("id");
        Desk.unschedule(id).then().statusCode(200);
        Desk.delete(id, "*").then().statusCode(204);
    }

    private static void assertKept(JsonPath article) {
        String id = article.getString("id");
        Desk.delete(id, "*").then().statusCode(409).contentType("application/problem+json");
        Desk.read(id)
                .then()
                .statusCode(200)
                .body("state", equalTo(article.getString("state")))
                .body("version", equalTo(article.getInt("version")));
    }
}
