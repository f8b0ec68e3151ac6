package dev.broadsheet.article.topics;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.map;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.article.testing.AtOnce;
import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Drafts;
import dev.broadsheet.localstack.client.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TopicsTest {

    /** Of letters only: a search takes it for one word. */
    private final String word = UUID.randomUUID().toString().replaceAll("[^a-f]", "x");

    @Test
    void aTopicIsCreatedWithASlugMadeOfItsName() {
        create(map("name", " Räumfahrt " + word + " "))
                .then()
                .statusCode(201)
                .header("Location", equalTo("http://localhost:8080/api/v1/desk/topics/raumfahrt-" + word))
                .body("slug", equalTo("raumfahrt-" + word))
                .body("name", equalTo("Räumfahrt " + word));
        assertThat(listed()).contains("raumfahrt-" + word);
    }

    @Test
    void anEditorMayNameTheSlug() {
        create(map("slug", "named-" + word, "name", "🚀"))
                .then()
                .statusCode(201)
                .body("slug", equalTo("named-" + word));
    }

    @Test
    void aTopicThatIsThereCannotBeCreatedAgain() {
        create(map("name", word)).then().statusCode(201);
        create(map("name", word)).then().statusCode(409).contentType("application/problem+json");
        create(map("name", "Another name", "slug", word)).then().statusCode(409);
    }

    @Test
    void oneOfSeveralWhoCreateATopicAtOnceSucceeds() throws Exception {
        assertThat(AtOnce.many(() -> create(map("name", word))))
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(201, 409);

        String another = "put-" + word;
        assertThat(AtOnce.many(() -> Desk.putTopic(another, map("name", word))))
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(201, 200);
    }

    @Test
    void puttingCreatesAndThenChanges() {
        Desk.putTopic(word, map("name", "First")).then().statusCode(201).body("name", equalTo("First"));
        Desk.putTopic(word, map("name", "Second", "slug", word))
                .then()
                .statusCode(200)
                .body("slug", equalTo(word))
                .body("name", equalTo("Second"));
        Desk.putTopic(word, map("name", "Second")).then().statusCode(200);
    }

    @Test
    void topicsStandInTheNewsroomsOrder() {
        String a = "a-" + word;
        String b = "b-" + word;
        String c = "c-" + word;
        Desk.putTopic(b, map("name", b, "position", 900_000)).then().statusCode(201);
        Desk.putTopic(c, map("name", c)).then().statusCode(201);
        Desk.putTopic(a, map("name", a, "position", 900_000)).then().statusCode(201);
        // Of one position, by name; without one, at the end.
        assertThat(listed()).containsSubsequence(a, b, c).startsWith("politics-policy", "economy");

        // A change without a position leaves it where it is.
        Desk.putTopic(c, map("name", "0 " + c)).then().statusCode(200);
        assertThat(listed()).containsSubsequence(a, b, c);
        Desk.putTopic(c, map("name", c, "position", 0)).then().statusCode(200);
        assertThat(listed()).containsSubsequence(c, "politics-policy", a, b);
    }

    @Test
    void aRenamedTopicIsRenamedForReadersAtOnce() {
        String old = word + "old";
        String renamed = word + "new";
        Desk.putTopic(word, map("name", old)).then().statusCode(201);
        Map<String, Object> draft = draft("In a topic");
        draft.put("topic", word);
        JsonPath article = Desk.createAndPublish(draft);
        String address = "/api/v1/articles/" + article.getString("slug");
        given().get(address).then().body("topic.name", equalTo(old));
        assertThat(found(old)).containsExactly(article.getString("slug"));

        Desk.putTopic(word, map("name", renamed)).then().statusCode(200);

        given().get(address).then().body("topic.name", equalTo(renamed));
        given().get("/api/v1/articles?topic=" + word).then().body("items[0].topic.name", equalTo(renamed));
        assertThat(found(renamed)).containsExactly(article.getString("slug"));
        assertThat(found(old)).isEmpty();
        Desk.read(article.getString("id"))
                .then()
                .body("topic.name", equalTo(renamed))
                .body("version", equalTo(article.getInt("version")));
    }

    @Test
    void onlyEditorsMakeTopics() {
        Desk.putTopic(word, map("name", word)).then().statusCode(201);
        String operator = Tokens.ofTestStack().operator();
        for (String method : List.of("POST", "PUT")) {
            String path = method.equals("POST") ? Desk.TOPICS : Desk.TOPICS + "/" + word;
            Map<String, Object> topic = Drafts.map("name", "Changed");
            given().contentType(ContentType.JSON)
                    .body(topic)
                    .request(method, path)
                    .then()
                    .statusCode(401);
            given().auth()
                    .oauth2(operator)
                    .contentType(ContentType.JSON)
                    .body(topic)
                    .request(method, path)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
        assertThat(given().get("/api/v1/topics").jsonPath().getList("items.name"))
                .contains(word)
                .doesNotContain("Changed");
    }

    private static Response create(Map<String, Object> topic) {
        Desk.furnish();
        return Desk.asEditor().contentType(ContentType.JSON).body(topic).post(Desk.TOPICS);
    }

    private static List<String> listed() {
        Desk.furnish();
        return given().get("/api/v1/topics")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .extract()
                .jsonPath()
                .getList("items.slug");
    }

    private static List<String> found(String searched) {
        return given().get("/api/v1/articles?q=" + searched)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.slug");
    }
}
