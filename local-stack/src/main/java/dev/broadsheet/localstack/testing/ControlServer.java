package dev.broadsheet.localstack.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.broadsheet.localstack.StackPart;
import dev.broadsheet.localstack.testing.TestStackSettings.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;

/** Stops and starts parts on request, for tests in Quarkus's class loader, which cannot reach the objects. */
final class ControlServer {

    private final HttpServer server;
    private final Map<Part, StackPart> parts;

    private ControlServer(HttpServer server, Map<Part, StackPart> parts) {
        this.server = server;
        this.parts = parts;
    }

    static ControlServer start(Map<Part, StackPart> parts) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ControlServer control = new ControlServer(server, parts);
            server.createContext("/", control::handle);
            server.start();
            return control;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the test stack's control", e);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] segments = exchange.getRequestURI().getPath().split("/");
            StackPart part = parts.get(Part.valueOf(segments[1].toUpperCase(Locale.ROOT)));
            if (segments[2].equals("stop")) {
                part.stop();
            } else {
                part.start();
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }
}
