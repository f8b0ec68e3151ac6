package dev.broadsheet.localstack.inbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests apart and puts answers together; what is asked for is decided by the API and the pages. */
final class InboxHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(InboxHandler.class);
    private static final int LARGEST_BODY = 1 << 20;

    private final MailpitApi api;
    private final InboxPages pages;

    InboxHandler(MailpitApi api, InboxPages pages) {
        this.api = api;
        this.pages = pages;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        String path = exchange.getRequestURI().getPath();
        Query query = Query.parse(exchange.getRequestURI().getRawQuery());
        List<String> segments = List.of(path.substring(1).split("/"));
        try {
            return switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> path.startsWith("/api/") ? api.get(segments, query) : pages.get(segments, query);
                case "DELETE" -> api.delete(segments, body);
                default -> Answer.text(405, "Only GET and DELETE are served here");
            };
        } catch (IllegalArgumentException e) {
            return Answer.text(400, "Error: " + e.getMessage());
        } catch (MessagingException | RuntimeException e) {
            LOG.warn("The inbox cannot answer {}", exchange.getRequestMethod(), e);
            return Answer.text(500, "Error: " + e);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        boolean withoutBody = "HEAD".equals(exchange.getRequestMethod()) || answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), withoutBody ? -1 : answer.body().length);
        if (!withoutBody) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        }
    }
}
