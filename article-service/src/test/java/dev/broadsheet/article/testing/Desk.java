package dev.broadsheet.article.testing;

import static io.restassured.RestAssured.given;

import dev.broadsheet.localstack.client.Tokens;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The desk as an editor's program uses it. */
public final class Desk {

    public static final String ARTICLES = "/api/v1/desk/articles";
    public static final String TOPICS = "/api/v1/desk/topics";
    public static final String AUTHORS = "/api/v1/desk/authors";

    private static final String EDITOR = Tokens.ofTestStack().editor();

    private static final Map<String, String> TOPIC_NAMES = Map.of(
            "politics-policy", "Politics & Policy",
            "economy", "Economy",
            "health", "Health",
            "technology", "Technology",
            "world", "World");

    private static final Map<String, String> AUTHOR_NAMES = Map.of(
            "amara-okafor", "Amara Okafor",
            "jonas-lindqvist", "Jonas Lindqvist",
            "mei-lin-zhou", "Mei-Lin Zhou",
            "priya-raman", "Priya Raman",
            "ruth-adler", "Ruth Adler",
            "tomas-herrera", "Tomás Herrera");

    private static final Map<String, String> THEIR_NEWSLETTERS =
            Map.of("amara-okafor", "markets", "priya-raman", "vitals");

    private static final AtomicBoolean FURNISHED = new AtomicBoolean();

    private Desk() {}

    /** Makes the topics and the authors that the drafts of {@link Drafts} name, once for all tests. */
    public static synchronized void furnish() {
        if (FURNISHED.getAndSet(true)) {
            return;
        }
        int position = 0;
        for (String slug : new String[] {"politics-policy", "economy", "health", "technology", "world"}) {
            putTopic(slug, Map.of("name", TOPIC_NAMES.get(slug), "position", ++position));
        }
        AUTHOR_NAMES.forEach((slug, name) -> putAuthor(
                slug,
                THEIR_NEWSLETTERS.containsKey(slug)
                        ? Map.of("name", name, "newsletter", THEIR_NEWSLETTERS.get(slug))
                        : Map.of("name", name)));
    }

    public static RequestSpecification asEditor() {
        return terse().auth().oauth2(EDITOR);
    }

    /** As another editor than the usual one. */
    public static RequestSpecification asEditor(String name) {
        return terse().auth().oauth2(Tokens.ofTestStack().editor(name));
    }

    public static Response putTopic(String slug, Map<String, ?> topic) {
        return asEditor().contentType(ContentType.JSON).body(topic).put(TOPICS + "/{slug}", slug);
    }

    public static Response putAuthor(String slug, Map<String, ?> author) {
        return asEditor().contentType(ContentType.JSON).body(author).put(AUTHORS + "/{slug}", slug);
    }

    public static Response send(Object draft) {
        furnish();
        return asEditor().contentType(ContentType.JSON).body(draft).post(ARTICLES);
    }

    /** Creates at most once under this key, at any of the desk's addresses. */
    public static Response sendOnce(RequestSpecification editor, String key, String path, Object draft) {
        furnish();
        return editor.header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(draft)
                .post(path);
    }

    public static JsonPath create(Map<String, Object> draft) {
        return send(draft).then().statusCode(201).extract().jsonPath();
    }

    public static Response read(String id) {
        return asEditor().get(ARTICLES + "/{id}", id);
    }

    /** Saves over the version that was read, as {@code "3"}. */
    public static Response edit(String id, String version, Map<String, Object> draft) {
        return asEditor()
                .header("If-Match", version)
                .contentType(ContentType.JSON)
                .body(draft)
                .put(ARTICLES + "/{id}", id);
    }

    /** Saves over whatever is there. */
    public static Response edit(String id, Map<String, Object> draft) {
        return edit(id, read(id).header("ETag"), draft);
    }

    public static Response delete(String id, String version) {
        return asEditor().header("If-Match", version).delete(ARTICLES + "/{id}", id);
    }

    public static Response publish(String id) {
        return asEditor().post(ARTICLES + "/{id}/publish", id);
    }

    public static Response publish(String id, Map<String, ?> order) {
        return asEditor().contentType(ContentType.JSON).body(order).post(ARTICLES + "/{id}/publish", id);
    }

    /** Makes a draft that waits for its time. */
    public static JsonPath createAndSchedule(Map<String, Object> draft, Instant at) {
        return publish(create(draft).getString("id"), Map.of("at", at.toString()))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static Response unschedule(String id) {
        return asEditor().post(ARTICLES + "/{id}/unschedule", id);
    }

    public static Response retract(String id) {
        return asEditor().post(ARTICLES + "/{id}/retract", id);
    }

    public static Response preview(String id) {
        return asEditor().post(ARTICLES + "/{id}/preview", id);
    }

    public static JsonPath createAndPublish(Map<String, Object> draft) {
        return publish(create(draft).getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Quarkus has every request pretty-printed in case that it fails, which takes seconds and all memory for a large one. */
    private static RequestSpecification terse() {
        RestAssuredConfig config = RestAssured.config();
        return given().config(config.logConfig(config.getLogConfig().enablePrettyPrinting(false)));
    }
}
