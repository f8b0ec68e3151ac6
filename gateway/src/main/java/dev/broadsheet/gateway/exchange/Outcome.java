package dev.broadsheet.gateway.exchange;

import dev.broadsheet.gateway.routing.Route;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;

/** How an exchange ended, in words of bounded number, so that they can label metrics too. */
public record Outcome(String method, String route, int status, boolean complete) {

    /** nginx's word for a client that left before there was an answer. */
    private static final int CLIENT_CLOSED_REQUEST = 499;

    private static final Set<HttpMethod> KNOWN_METHODS = Set.copyOf(HttpMethod.values());

    public static Outcome of(Exchange exchange) {
        HttpServerResponse response = exchange.request().response();
        HttpMethod method = exchange.request().method();
        return new Outcome(
                KNOWN_METHODS.contains(method) ? method.name() : "OTHER",
                exchange.route().map(Route::prefix).orElse("none"),
                response.headWritten() ? response.getStatusCode() : CLIENT_CLOSED_REQUEST,
                response.ended());
    }
}
