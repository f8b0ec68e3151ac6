package dev.broadsheet.article.reading;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.list;
import static dev.broadsheet.article.testing.Drafts.paragraph;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The articles of this test are about lighthouses, in a topic of their own. */
@QuarkusTest
class RelatedTest {

    private static final int STATEMENTS = 7;

    private static boolean prepared;

    @BeforeEach
    void furnishOnce() {
        if (prepared) {
            return;
        }
        prepared = true;
        Desk.furnish();
        Desk.putTopic("coast", Map.of("name", "Coast"));
        Desk.putTopic("inland", Map.of("name", "Inland"));
        Desk.putAuthor("keeper", Map.of("name", "Ada Keeper", "newsletter", "beacons"));
        Desk.putAuthor("stranger", Map.of("name", "Sam Stranger"));
    }

    @Test
    void whatSharesMoreComesFirstAndTheNewestAmongEquals() {
        Desk.putTopic("cliffs", Map.of("name", "Cliffs"));
        Desk.putAuthor("climber", Map.of("name", "Clara Climber"));
        String words = "Lighthouse keepers strike over lanterns";
        String all = publish(words + " again", "cliffs", "climber", "heights");
        String topicAndAuthor = publish("Boats", "cliffs", "climber", "elsewhere");
        String older = publish("Nets", "cliffs", "stranger", "elsewhere");
        String newer = publish("Sand", "cliffs", "stranger", "elsewhere");
        String nothing = publish("Plains", "inland", "stranger", "elsewhere");
        String article = publish(words, "cliffs", "climber", "heights");

        List<String> related = related(article).getList("items.slug");

        assertThat(related).containsExactly(all, topicAndAuthor, newer, older);
        assertThat(related).doesNotContain(article, nothing);
    }

    @Test
    void wordsAloneRelateArticlesOfDifferentTopics() {
        String far = publish("Foghorn museum opens with foghorn concert", "inland", "stranger", "elsewhere");
        String article = publish("Foghorn concert fills museum", "coast", "keeper", "beacons");
        assertThat(related(article).<String>getList("items.slug")).contains(far);
    }

    @Test
    void whatWasRetractedGoesDeeperIntoNothing() {
        JsonPath gone = Desk.createAndPublish(article("Tide tables wrong", "coast", "keeper", "beacons"));
        String article = publish("Tide tables wrong everywhere", "coast", "keeper", "beacons");
        assertThat(related(article).<String>getList("items.slug")).contains(gone.getString("slug"));

        Desk.retract(gone.getString("id")).then().statusCode(200);

        assertThat(related(article).<String>getList("items.slug")).doesNotContain(gone.getString("slug"));
        given().get("/api/v1/articles/" + gone.getString("slug") + "/related")
                .then()
                .statusCode(410);
    }

    @Test
    void anEntryShowsItsBeginningItsTopicAndTheNewslettersOfItsAuthors() {
        Map<String, Object> draft = article("Buoys repainted", "coast", "keeper", "beacons");
        draft.put("body", list(paragraph("The *first* paragraph."), paragraph("The second."), paragraph("A third.")));
        Desk.createAndPublish(draft);
        String article = publish("Buoys repainted twice", "coast", "keeper", "beacons");

        Map<String, Object> entry = related(article).getMap("items.find { it.headline == 'Buoys repainted' }");

        assertThat(entry)
                .containsEntry("excerpt", "The first paragraph. The second.")
                .containsEntry("topic", Map.of("slug", "coast", "name", "Coast"))
                .containsEntry(
                        "authors", List.of(Map.of("slug", "keeper", "name", "Ada Keeper", "newsletter", "beacons")))
                .containsKeys("publishedAt", "readMinutes", "url", "image")
                .doesNotContainKeys("highlights", "body");
    }

    @Test
    void anArticleWithoutCompanyHasNothingToGoDeeperInto() {
        Desk.putTopic("lonely", Map.of("name", "Lonely"));
        Desk.putAuthor("hermit", Map.of("name", "Hermit"));
        String article = publish("Xyzzyx", "lonely", "hermit", "solitude");
        assertThat(related(article).getList("items")).isEmpty();
    }

    @Test
    void itCostsSevenStatementsHoweverMuchIsRelated() {
        publish("Anchor found", "coast", "keeper", "beacons");
        publish("Anchor lost", "coast", "keeper", "beacons");
        String article = publish("Anchor sold", "coast", "keeper", "beacons");
        assertThat(Statements.during(
                        () -> assertThat(related(article).getList("items")).hasSizeGreaterThan(1)))
                .isEqualTo(STATEMENTS);
    }

    private static JsonPath related(String slug) {
        return given().get("/api/v1/articles/{slug}/related", slug)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String publish(String headline, String topic, String author, String newsletter) {
        return Desk.createAndPublish(article(headline, topic, author, newsletter))
                .getString("slug");
    }

    private static Map<String, Object> article(String headline, String topic, String author, String newsletter) {
        Map<String, Object> draft = draft(headline);
        draft.put("summary", headline);
        draft.put("topic", topic);
        draft.put("authors", list(author));
        draft.put("newsletters", list(newsletter));
        return draft;
    }
}
