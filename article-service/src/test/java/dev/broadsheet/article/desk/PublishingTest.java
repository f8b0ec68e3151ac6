package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.article.testing.ArticleTopic;
import dev.broadsheet.article.testing.AtOnce;
import dev.broadsheet.article.testing.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishingTest {

    private ArticleTopic topic;

    @BeforeEach
    void openTopic() {
        topic = new ArticleTopic();
    }

    @AfterEach
    void closeTopic() {
        topic.close();
    }

    @Test
    void publishingMakesAnArticlePublic() {
        JsonPath draft = Desk.create(draft("Published at last"));

        Desk.publish(draft.getString("id"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("PUBLISHED"))
                .body("slug", equalTo(draft.getString("slug")));

        given().get("/api/v1/articles/" + draft.getString("slug"))
                .then()
                .statusCode(200)
                .body("headline", equalTo("Published at last"));
    }

    @Test
    void theEventSaysAllThatReadersOfTheTopicNeed() {
        JsonPath article = Desk.createAndPublish(draft());

        JsonPath event = topic.awaitEventOf(article.getString("id"));

        assertThat(event.getString("articleId")).isEqualTo(article.getString("id"));
        assertThat(event.getString("slug")).isEqualTo(article.getString("slug"));
        assertThat(event.getString("url")).isEqualTo("http://localhost:8080/articles/" + article.getString("slug"));
        assertThat(event.getString("summary")).isEqualTo("Loans stay dear for households until spring.");
        assertThat(event.getString("topic.name")).isEqualTo("Economy");
        assertThat(event.getList("authors.name")).isEqualTo(List.of("Jonas Lindqvist", "Amara Okafor"));
        assertThat(event.getList("newsletters")).isEqualTo(List.of("markets", "world"));
        assertThat(event.getString("market")).isEqualTo("denver");
        assertThat(event.getString("image.alt")).isEqualTo("A bank's columns");
        assertThat(event.getList("body")).isEqualTo(article.getList("body"));
        assertThat(event.getInt("wordCount")).isEqualTo(25);
        assertThat(event.getString("publishedAt")).isEqualTo(article.getString("publishedAt"));
        assertThat(event.getBoolean("breaking")).isTrue();
    }

    @Test
    void publishingAgainChangesNothingAndTellsNobody() {
        Response first = Desk.publish(Desk.create(draft("Once only")).getString("id"));
        String id = first.path("id");

        Response second = Desk.publish(id);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        awaitAllEarlierEvents();
        assertThat(topic.countEventsOf(id)).isEqualTo(1);
    }

    @Test
    void editorsWhoPublishAtOnceMakeOneEvent() throws Exception {
        String id = Desk.create(draft("Everyone presses the button")).getString("id");

        List<Response> answers = AtOnce.many(() -> Desk.publish(id));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.get(0).asString());
        awaitAllEarlierEvents();
        assertThat(topic.countEventsOf(id)).isEqualTo(1);
    }

    /** The relay sends in order: once a later event is there, no earlier one is still to come. */
    private void awaitAllEarlierEvents() {
        topic.awaitEventOf(Desk.createAndPublish(draft("A later article")).getString("id"));
    }
}
