package dev.broadsheet.frontend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The other side of the wire: an HTTP server that answers as the gateway and the services behind it do. */
public class StandInGateway implements QuarkusTestResourceLifecycleManager {

    record Received(String method, String path, String query, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    private record Answer(int status, String type, String body, String location) {

        Answer(int status, String type, String body) {
            this(status, type, body, null);
        }
    }

    private static final Answer NO_ROUTE = problem(404, "");
    private static final Answer HANG_UP = new Answer(-1, "", "");
    private static final Answer SAY_NOTHING = new Answer(-2, "", "");

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile CountDownLatch silence = new CountDownLatch(1);
    private HttpServer server;

    void forget() {
        silence.countDown();
        silence = new CountDownLatch(1);
        answers.clear();
        received.clear();
    }

    void answers(String call, int status, String json) {
        answers.put(call, new Answer(status, "application/json", json));
    }

    void redirects(String call, String location) {
        answers.put(call, new Answer(301, "application/json", "", location));
    }

    void refuses(String call, int status, String violations) {
        answers.put(call, problem(status, violations));
    }

    /** With a problem of a type of its own. */
    void refusesAs(String type, String call, int status) {
        Answer plain = problem(status, "");
        answers.put(call, new Answer(status, plain.type(), plain.body().replace("about:blank", type)));
    }

    void refuses(String call, int status) {
        refuses(call, status, "");
    }

    void answersWith(String call, int status, String type, String body) {
        answers.put(call, new Answer(status, type, body));
    }

    void hangsUpOn(String call) {
        answers.put(call, HANG_UP);
    }

    void saysNothingTo(String call) {
        answers.put(call, SAY_NOTHING);
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /** The only request of that method. */
    Received only(String method) {
        List<Received> matching = received.stream()
                .filter(request -> request.method().equals(method))
                .toList();
        if (matching.size() != 1) {
            throw new AssertionError("There are " + matching.size() + " requests of " + method + ": " + matching);
        }
        return matching.get(0);
    }

    private static Answer problem(int status, String violations) {
        String body = "{\"type\":\"about:blank\",\"title\":\"Problem\",\"status\":" + status
                + ",\"detail\":\"For people.\",\"requestId\":\"test\""
                + (violations.isEmpty() ? "" : ",\"violations\":" + violations) + "}";
        return new Answer(status, "application/problem+json", body);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getRawPath();
            String query = exchange.getRequestURI().getRawQuery();
            received.add(new Received(method, path, query, Map.copyOf(exchange.getRequestHeaders()), body));
            Answer answer = answers.getOrDefault(method + " " + path, NO_ROUTE);
            if (answer == SAY_NOTHING) {
                await(silence);
            }
            if (answer.status() > 0) {
                byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", answer.type());
                if (answer.location() != null) {
                    exchange.getResponseHeaders().set("Location", answer.location());
                }
                exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
        return Map.of(
                "broadsheet.gateway-url",
                "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(StandInGateway.class));
    }

    @Override
    public void stop() {
        silence.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
