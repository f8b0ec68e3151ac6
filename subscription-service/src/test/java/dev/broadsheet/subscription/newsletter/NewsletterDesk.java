package dev.broadsheet.subscription.newsletter;

import static io.restassured.RestAssured.given;

import dev.broadsheet.localstack.client.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The desk as an editor's program uses it. */
final class NewsletterDesk {

    static final String NEWSLETTERS = "/api/v1/desk/newsletters";

    private static final String EDITOR = Tokens.ofTestStack().editor();

    private NewsletterDesk() {}

    static RequestSpecification asEditor() {
        return given().auth().oauth2(EDITOR);
    }

    static String newSlug() {
        return "letter-" + UUID.randomUUID();
    }

    /** A daily newsletter that is right in all of its parts. */
    static Map<String, Object> draft(String slug) {
        Map<String, Object> draft = new HashMap<>();
        draft.put("slug", slug);
        draft.put("name", "Broadsheet Tides");
        draft.put("tagline", "High and low water");
        draft.put("description", "What the sea does, every morning.");
        draft.put("kind", "TOPIC");
        draft.put("cadence", "DAILY");
        draft.put("sendTime", "06:30");
        draft.put("zone", "America/New_York");
        draft.put("sender", Map.of("name", "Broadsheet Tides", "address", "tides@broadsheet.example"));
        return draft;
    }

    /** The same with another value in one field; null takes the field out. */
    static Map<String, Object> draftWith(String slug, String field, Object value) {
        Map<String, Object> draft = draft(slug);
        draft.put(field, value);
        draft.values().removeIf(part -> part == null);
        return draft;
    }

    static Response create(Map<String, Object> draft) {
        return asEditor().contentType(ContentType.JSON).body(draft).post(NEWSLETTERS);
    }

    static Response read(String slug) {
        return asEditor().get(NEWSLETTERS + "/{slug}", slug);
    }

    static Response edit(String slug, String version, Map<String, Object> draft) {
        return asEditor()
                .header("If-Match", version)
                .contentType(ContentType.JSON)
                .body(draft)
                .put(NEWSLETTERS + "/{slug}", slug);
    }

    static Response archive(String slug, String version) {
        return asEditor().header("If-Match", version).delete(NEWSLETTERS + "/{slug}", slug);
    }
}
