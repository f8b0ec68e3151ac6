package dev.broadsheet.localstack.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.localstack.client.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Invented articles for an empty newsroom, published as an editor would. */
final class SampleData {

    private static final String RESOURCE = "/sample/articles.json";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String door;
    private final Tokens tokens;
    private final Console console;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    SampleData(String door, Tokens tokens, Console console) {
        this.door = door;
        this.tokens = tokens;
        this.console = console;
    }

    /** The newsroom works without samples: a failure is told, and nothing more. */
    void load() {
        try {
            if (hasArticles()) {
                return;
            }
            int published = 0;
            for (JsonNode article : articles()) {
                publish(article);
                published++;
            }
            console.progress("Published " + published + " sample articles");
        } catch (IOException e) {
            console.progress("The sample articles could not be loaded: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasArticles() throws IOException, InterruptedException {
        return !send(request("/api/v1/articles?limit=1").GET(), 200)
                .path("items")
                .isEmpty();
    }

    private void publish(JsonNode article) throws IOException, InterruptedException {
        JsonNode draft = send(post("/api/v1/desk/articles", JSON.writeValueAsString(article)), 201);
        send(post("/api/v1/desk/articles/" + draft.path("id").asText() + "/publish", "{}"), 200);
    }

    private HttpRequest.Builder post(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + tokens.editor())
                .POST(BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(door + path)).timeout(LIMIT);
    }

    private JsonNode send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IOException(response.request().method() + " "
                    + response.uri().getPath() + " answered " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private static JsonNode articles() throws IOException {
        try (InputStream json = SampleData.class.getResourceAsStream(RESOURCE)) {
            return JSON.readTree(json);
        }
    }
}
