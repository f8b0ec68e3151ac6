package dev.broadsheet.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.localstack.client.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An editor at work: at the gateway's door, or at that of one replica. */
final class Desk {

    private static final String ARTICLES = "/api/v1/desk/articles";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api;

    Desk(Api api) {
        this.api = api;
    }

    /** An article as the desk last answered it; {@code tag} is what a change needs. */
    record Written(String id, String slug, String tag) {

        String path() {
            return "/api/v1/articles/" + slug;
        }
    }

    /** Brings in the topic and the author that drafts name. Without sample data nothing else does. */
    void furnish() {
        read(api.atDesk("PUT", "/api/v1/desk/topics/economy", Map.of("name", "Economy")), Set.of(200, 201));
        read(api.atDesk("PUT", "/api/v1/desk/authors/amara-okafor", Map.of("name", "Amara Okafor")), Set.of(200, 201));
    }

    Written write(String headline) {
        return written(api.atDesk("POST", ARTICLES, article(headline)), 201);
    }

    Written edit(Written article, String headline) {
        return written(api.atDesk("PUT", path(article), article(headline), "If-Match", article.tag()), 200);
    }

    /** Another name in addresses. */
    Written rename(Written article, String headline, String slug) {
        Map<String, Object> changed = new HashMap<>(article(headline));
        changed.put("slug", slug);
        return written(api.atDesk("PUT", path(article), changed, "If-Match", article.tag()), 200);
    }

    Written publish(Written article) {
        return written(tryToPublish(article), 200);
    }

    HttpResponse<String> tryToPublish(Written article) {
        return api.atDesk("POST", path(article) + "/publish", Map.of());
    }

    void schedule(Written article, Instant at) {
        written(api.atDesk("POST", path(article) + "/publish", Map.of("at", at.toString())), 200);
    }

    Written retract(Written article) {
        return written(api.atDesk("POST", path(article) + "/retract", Map.of()), 200);
    }

    private static String path(Written article) {
        return ARTICLES + "/" + article.id();
    }

    private static Map<String, Object> article(String headline) {
        return Map.of(
                "headline",
                headline,
                "topic",
                "economy",
                "authors",
                List.of("amara-okafor"),
                "body",
                List.of(Map.of("kind", "PARAGRAPH", "text", "It is read in *every* replica.")));
    }

    private static Written written(HttpResponse<String> response, int expected) {
        JsonNode article = read(response, Set.of(expected));
        return new Written(
                article.path("id").asText(),
                article.path("slug").asText(),
                response.headers().firstValue("ETag").orElseThrow());
    }

    private static JsonNode read(HttpResponse<String> response, Set<Integer> expected) {
        if (!expected.contains(response.statusCode())) {
            throw new IllegalStateException(
                    response.uri() + " answered " + response.statusCode() + " " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
