package dev.broadsheet.localstack.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An HTTP server that answers as the desk and the public articles do, as far as samples need it. It has forgotten every
 * Idempotency-Key, as the desk does after a day.
 */
final class NewsroomStandIn implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DRAFTS_ON_A_PAGE = 2;

    /** Method and target of every request. */
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    final List<String> keys = Collections.synchronizedList(new ArrayList<>());

    /** What was drafted, by slug. */
    final Map<String, JsonNode> drafted = Collections.synchronizedMap(new LinkedHashMap<>());

    /** The dates of what was published, by slug, in the order of publishing. */
    final Map<String, Instant> published = Collections.synchronizedMap(new LinkedHashMap<>());

    final Set<String> topics = Collections.synchronizedSet(new TreeSet<>());
    final Set<String> authors = Collections.synchronizedSet(new TreeSet<>());

    /** How an article that was public answers, where that is not 200. */
    final Map<String, Integer> statuses = Collections.synchronizedMap(new HashMap<>());

    private final HttpServer server;
    private volatile String outage = "";
    private volatile int leftUntilOutage;

    NewsroomStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on requests with this in their line are answered 503, after so many that are not. */
    void failAt(String call, int after) {
        leftUntilOutage = after;
        outage = call;
    }

    void recover() {
        outage = "";
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            asked.add(call);
            if (call.contains("/desk/") && exchange.getRequestHeaders().getFirst("Authorization") == null) {
                send(exchange, 401, "{}");
            } else if (isDown(call)) {
                send(exchange, 503, "{\"title\":\"Down\"}");
            } else {
                answer(exchange);
            }
        }
    }

    private boolean isDown(String call) {
        if (outage.isEmpty() || !call.contains(outage)) {
            return false;
        }
        leftUntilOutage--;
        return leftUntilOutage < 0;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath().substring("/api/v1/".length());
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (method.equals("PUT")) {
            Set<String> names = path.startsWith("desk/topics/") ? topics : authors;
            send(exchange, names.add(name(path)) ? 201 : 200, "{}");
        } else if (path.equals("articles")) {
            send(exchange, 200, published.isEmpty() ? "{\"items\":[]}" : "{\"items\":[{}]}");
        } else if (path.startsWith("articles/")) {
            send(exchange, published.containsKey(name(path)) ? statuses.getOrDefault(name(path), 200) : 404, "{}");
        } else if (method.equals("GET")) {
            send(exchange, 200, drafts(exchange.getRequestURI().getQuery()));
        } else if (path.equals("desk/articles")) {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            String slug = body.path("slug").asText();
            send(exchange, drafted.putIfAbsent(slug, body) == null ? 201 : 400, "{\"id\":\"id-of-" + slug + "\"}");
        } else {
            String slug = path.split("/")[2].substring("id-of-".length());
            published.putIfAbsent(slug, Instant.parse(body.path("publishedAt").asText()));
            send(exchange, 200, "{}");
        }
    }

    private String drafts(String query) {
        int from = query.contains("cursor=") ? Integer.parseInt(query.replaceFirst(".*cursor=", "")) : 0;
        List<String> slugs = drafted.keySet().stream()
                .filter(slug -> !published.containsKey(slug))
                .toList();
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        slugs.stream()
                .skip(from)
                .limit(DRAFTS_ON_A_PAGE)
                .forEach(slug -> items.addObject().put("slug", slug).put("id", "id-of-" + slug));
        int next = from + DRAFTS_ON_A_PAGE;
        page.put("next", next < slugs.size() ? Integer.toString(next) : null);
        return page.toString();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
