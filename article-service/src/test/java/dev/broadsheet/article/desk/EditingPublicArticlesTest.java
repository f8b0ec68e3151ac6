package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.article.testing.ArticleTopic;
import dev.broadsheet.article.testing.ArticleTopic.Told;
import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Drafts;
import dev.broadsheet.article.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a save means for readers and for the other services. */
@QuarkusTest
class EditingPublicArticlesTest {

    @Inject
    Stored stored;

    @Test
    void readersSeeASaveAtOnce() {
        JsonPath article = Desk.createAndPublish(draft("Before the save"));
        String address = "/api/v1/articles/" + article.getString("slug");
        given().get(address).then().statusCode(200).body("headline", equalTo("Before the save"));

        for (int i = 1; i <= 5; i++) {
            JsonPath saved = Desk.edit(article.getString("id"), draft("After save " + i))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            given().get(address)
                    .then()
                    .statusCode(200)
                    .body("headline", equalTo("After save " + i))
                    .body("updatedAt", equalTo(saved.getString("updatedAt")))
                    .body("publishedAt", equalTo(article.getString("publishedAt")));
        }
    }

    @Test
    void aSaveIsToldWithAllThatReadersOfTheTopicNeed() {
        JsonPath published = Desk.createAndPublish(draft("Told again"));
        String id = published.getString("id");
        Map<String, Object> draft = draft("Told otherwise");
        draft.put("topic", "world");
        draft.put("image", Drafts.map("url", "https://images.example/b.svg", "alt", "", "caption", "At dawn"));

        JsonPath saved = Desk.edit(id, draft).then().statusCode(200).extract().jsonPath();

        try (ArticleTopic topic = new ArticleTopic()) {
            List<Told> events = topic.awaitEventsOf(id, 2);
            assertThat(events).extracting(Told::type).containsExactly("ArticlePublished", "ArticleUpdated");
            JsonPath updated = events.get(1).data();
            assertThat(updated.getString("headline")).isEqualTo("Told otherwise");
            assertThat(updated.getString("slug")).isEqualTo(published.getString("slug"));
            assertThat(updated.getString("topic.name")).isEqualTo("World");
            assertThat(updated.getMap("image"))
                    .isEqualTo(Map.of("url", "https://images.example/b.svg", "alt", "", "caption", "At dawn"));
            assertThat(updated.getString("publishedAt")).isEqualTo(published.getString("publishedAt"));
            assertThat(updated.getString("updatedAt")).isEqualTo(saved.getString("updatedAt"));
            assertThat(updated.getList("body")).isEqualTo(saved.getList("body"));
        }
    }

    @Test
    void aSaveThatChangesNothingIsNotTold() throws SQLException {
        Map<String, Object> draft = draft("Public and saved as it is");
        String id = Desk.createAndPublish(draft).getString("id");

        Desk.edit(id, draft).then().statusCode(200).header("ETag", "\"1\"");

        assertThat(stored.eventsOf(id)).containsExactly("ArticlePublished");
    }

    @Test
    void aSaveOfADraftIsNotTold() throws SQLException {
        String id = Desk.create(draft("A draft")).getString("id");
        Desk.edit(id, draft("The same draft")).then().statusCode(200);
        assertThat(stored.eventsOf(id)).isEmpty();
    }

    @Test
    void aSaveOfAScheduledArticleIsNotTold() throws SQLException {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        String id = Desk.createAndSchedule(draft("Tomorrow"), tomorrow).getString("id");

        Desk.edit(id, draft("Tomorrow, and better")).then().statusCode(200).body("state", equalTo("SCHEDULED"));

        assertThat(stored.eventsOf(id)).isEmpty();
    }

    @Test
    void aSaveOfARetractedArticleIsNotTold() throws SQLException {
        JsonPath article = Desk.createAndPublish(draft("To be withdrawn"));
        String id = article.getString("id");
        Desk.retract(id);

        Desk.edit(id, draft("Withdrawn and mended")).then().statusCode(200).body("state", equalTo("RETRACTED"));

        assertThat(stored.eventsOf(id)).containsExactly("ArticlePublished", "ArticleRetracted");
        given().get("/api/v1/articles/" + article.getString("slug")).then().statusCode(410);
    }

    @Test
    void aRefusedSaveIsNotTold() throws SQLException {
        String id = Desk.createAndPublish(draft("Well formed")).getString("id");

        Desk.edit(id, draft(" ")).then().statusCode(400);
        Desk.edit(id, "\"0\"", draft("Stale")).then().statusCode(412);

        assertThat(stored.eventsOf(id)).containsExactly("ArticlePublished");
    }
}
