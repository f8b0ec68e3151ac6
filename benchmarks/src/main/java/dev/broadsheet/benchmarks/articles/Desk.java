package dev.broadsheet.benchmarks.articles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.benchmarks.http.Api;
import dev.broadsheet.benchmarks.http.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an editor does, through the gateway. */
final class Desk {

    private static final String ARTICLES = "/api/v1/desk/articles";

    private final Api gateway;
    private final String token;

    /**
     * @param token minted once: signing takes longer than many a request
     */
    Desk(Api gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /** The topics and authors that drafts name. */
    void prepare() {
        int position = 0;
        for (Newsdesk.Topic topic : Newsdesk.TOPICS) {
            position++;
            put("/api/v1/desk/topics/" + topic.slug(), Map.of("name", topic.name(), "position", position));
        }
        for (Newsdesk.Author author : Newsdesk.AUTHORS) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("name", author.name());
            if (author.newsletter() != null) {
                content.put("newsletter", author.newsletter());
            }
            put("/api/v1/desk/authors/" + author.slug(), content);
        }
    }

    /** The new draft's id. */
    String draft(Draft draft) {
        HttpRequest.Builder request = request(ARTICLES).POST(BodyPublishers.ofString(Json.write(draft)));
        return Json.read(gateway.send(request, 201)).path("id").asText();
    }

    /** The published article. */
    JsonNode publish(String id) {
        HttpRequest.Builder request = request(ARTICLES + "/" + id + "/publish").POST(BodyPublishers.ofString("{}"));
        return Json.read(gateway.send(request, 200));
    }

    private void put(String path, Map<String, Object> content) {
        gateway.send(request(path).PUT(BodyPublishers.ofString(Json.write(content))), 200, 201);
    }

    private HttpRequest.Builder request(String path) {
        return gateway.request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token);
    }
}
