package dev.broadsheet.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.broadsheet.localstack.client.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleDataTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<JsonNode> drafts = Collections.synchronizedList(new ArrayList<>());
    private HttpServer door;
    private String published = "[]";
    private int draftStatus = 201;

    @BeforeEach
    void open() throws IOException {
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext("/", this::answer);
        door.start();
    }

    @AfterEach
    void close() {
        door.stop(0);
    }

    @Test
    void anEmptyNewsroomGetsItsArticlesDraftedAndPublished() {
        load();
        assertThat(drafts).hasSize(6);
        assertThat(drafts).allMatch(draft -> !draft.path("breaking").asBoolean(true));
        assertThat(asked).filteredOn(path -> path.endsWith("/7/publish")).hasSize(6);
    }

    @Test
    void aNewsroomWithArticlesIsLeftAlone() {
        published = "[{}]";
        load();
        assertThat(drafts).isEmpty();
    }

    @Test
    void aRefusalIsToldAndStopsNothing() {
        draftStatus = 503;
        load();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("could not be loaded: POST /api/v1/desk/articles answered 503");
    }

    private void load() {
        Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8));
        new SampleData("http://localhost:" + door.getAddress().getPort(), Tokens.ofTestStack(), console).load();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("GET")) {
                send(exchange, 200, "{\"items\":" + published + "}");
            } else if (path.equals("/api/v1/desk/articles")) {
                drafts.add(new ObjectMapper().readTree(body));
                send(exchange, draftStatus, "{\"id\":\"7\"}");
            } else {
                send(exchange, 200, "{}");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
