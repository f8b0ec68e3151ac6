package dev.broadsheet.gateway.admission;

import dev.broadsheet.gateway.configuration.GatewayConfiguration;
import dev.broadsheet.gateway.exchange.Exchange;
import dev.broadsheet.gateway.exchange.Problem;
import dev.broadsheet.gateway.routing.MalformedTargetException;
import dev.broadsheet.gateway.routing.RequestTarget;
import dev.broadsheet.gateway.routing.Route;
import dev.broadsheet.gateway.routing.RouteTable;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides from the head of a request whether, and where, it goes on. */
@Singleton
public class Admission {

    private static final List<HttpMethod> METHODS = List.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);
    private static final Map<String, String> ALLOW = Map.of(
            "Allow", String.join(", ", METHODS.stream().map(HttpMethod::name).toList()));
    private static final String CONTINUE = "100-continue";

    private final RouteTable routes;
    private final long targetLimit;
    private final long headersLimit;

    Admission(RouteTable routes, GatewayConfiguration configuration) {
        this.routes = routes;
        this.targetLimit = configuration.targetLimit().asLongValue();
        this.headersLimit = configuration.headersLimit().asLongValue();
    }

    /** Empty: the exchange knows its target and its route, and may go on. */
    public Optional<Problem> refusal(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        if (!METHODS.contains(request.method())) {
            return refuse(405, "This method is not known here.", ALLOW);
        }
        if (request.uri().length() > targetLimit) {
            return refuse(414, "The request target is too long.");
        }
        try {
            exchange.aimAt(RequestTarget.parse(request.uri()));
        } catch (MalformedTargetException malformed) {
            return refuse(400, malformed.getMessage());
        }
        return headRefusal(request).or(() -> routeRefusal(exchange));
    }

    private Optional<Problem> headRefusal(HttpServerRequest request) {
        MultiMap headers = request.headers();
        if (size(headers) > headersLimit) {
            return refuse(431, "The headers are too large.");
        }
        if (headers.getAll(HttpHeaders.HOST).size() > 1) {
            return refuse(400, "There is more than one Host header.");
        }
        if (headers.contains(HttpHeaders.TRANSFER_ENCODING) && !isPlainlyChunked(request)) {
            return refuse(400, "The only transfer encoding taken here is chunked, in HTTP/1.1.");
        }
        if (headers.contains(HttpHeaders.UPGRADE, "websocket", true)) {
            return refuse(400, "There is no WebSocket here.");
        }
        String expectation = headers.get("Expect");
        if (expectation != null && !expectation.equalsIgnoreCase(CONTINUE)) {
            return refuse(417, "The only expectation met here is 100-continue.");
        }
        return Optional.empty();
    }

    private Optional<Problem> routeRefusal(Exchange exchange) {
        Optional<Route> route = exchange.target().flatMap(target -> routes.match(target.path()));
        if (route.isEmpty()) {
            return refuse(404, "There is nothing at this path.");
        }
        exchange.take(route.get());
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > route.get().bodyLimit()) {
            return Optional.of(Problem.bodyTooLarge(route.get().bodyLimit()));
        }
        return Optional.empty();
    }

    /** Several codings, or an unknown one, is where servers disagree about the end of a message. */
    private static boolean isPlainlyChunked(HttpServerRequest request) {
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        return request.version() == HttpVersion.HTTP_1_1
                && codings.size() == 1
                && codings.get(0).equals(HttpHeaders.CHUNKED.toString());
    }

    private static long size(MultiMap headers) {
        long size = 0;
        for (Map.Entry<String, String> header : headers) {
            size += header.getKey().length() + header.getValue().length() + ": \r\n".length();
        }
        return size;
    }

    private static Optional<Problem> refuse(int status, String detail) {
        return refuse(status, detail, Map.of());
    }

    private static Optional<Problem> refuse(int status, String detail, Map<String, String> headers) {
        return Optional.of(new Problem(status, detail, headers));
    }
}
