package dev.broadsheet.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Broadsheet's public API, as readers, their mail programs and editors call it through the gateway. Thread-safe. */
public final class Api {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String JSON_TYPE = "application/json";
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI door;
    private final Tokens tokens;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    public Api(URI door, Tokens tokens) {
        this.door = door;
        this.tokens = tokens;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** With a header, as those ask who have an earlier answer: {@code If-None-Match} and its tag. */
    public HttpResponse<String> get(String path, String header, String value) {
        return send(request(path).header(header, value).GET());
    }

    public HttpResponse<String> post(String path, String contentType, String body) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> signUp(String email, String... newsletters) {
        return post("/api/v1/subscriptions", JSON_TYPE, json(Map.of("email", email, "newsletters", newsletters)));
    }

    public HttpResponse<String> confirm(String token) {
        return post("/api/v1/confirmations", JSON_TYPE, json(Map.of("token", token)));
    }

    /** What a mail program sends when its unsubscribe button is pressed (RFC 8058). */
    public HttpResponse<String> unsubscribeByOneClick(URI address) {
        return send(HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Content-Type", FORM_TYPE)
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
    }

    /** The new draft's id. */
    public String draft(String headline, boolean breaking, String... newsletters) {
        Map<String, Object> article = Map.of(
                "headline",
                headline,
                "topic",
                "economy",
                "authors",
                List.of("amara-okafor"),
                "newsletters",
                newsletters,
                "breaking",
                breaking,
                "body",
                List.of(Map.of(
                        "kind",
                        "PARAGRAPH",
                        "axiom",
                        "Why it matters",
                        "text",
                        "It shows that the **whole** path works.")));
        return read(atDesk("POST", "/api/v1/desk/articles", article), 201)
                .path("id")
                .asText();
    }

    /** Publishes a draft; the published article. */
    public JsonNode publish(String id) {
        return read(atDesk("POST", "/api/v1/desk/articles/" + id + "/publish", Map.of()), 200);
    }

    /**
     * Any call of an editor's.
     *
     * @param body what becomes JSON
     * @param headers names and values in turn, {@code If-Match} for one
     */
    public HttpResponse<String> atDesk(String method, String path, Object body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", JSON_TYPE)
                .header("Authorization", "Bearer " + tokens.editor())
                .method(method, BodyPublishers.ofString(json(body)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Any call of a reader's who has a link to the preferences. */
    public HttpResponse<String> asReader(String method, String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(door.resolve(path)).timeout(LIMIT);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + door, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + door, e);
        }
    }

    private static JsonNode read(HttpResponse<String> response, int expected) {
        if (response.statusCode() != expected) {
            throw new IllegalStateException(
                    response.uri().getPath() + " answered " + response.statusCode() + " " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.uri().getPath() + " did not answer with JSON", e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
