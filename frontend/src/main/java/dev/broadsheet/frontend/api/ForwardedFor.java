package dev.broadsheet.frontend.api;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the gateway for whom it is called, so that each reader has a limit of their own. As every proxy does, it adds the
 * peer to what the peer says: what a stranger says who got here past the gateway then counts for nothing.
 */
@Provider
public class ForwardedFor implements ClientRequestFilter {

    private static final String HEADER = "X-Forwarded-For";

    private final Instance<CurrentVertxRequest> current;

    ForwardedFor(Instance<CurrentVertxRequest> current) {
        this.current = current;
    }

    @Override
    public void filter(ClientRequestContext call) {
        RoutingContext page = current.get().getCurrent();
        HttpServerRequest request = page.request();
        List<String> chain = new ArrayList<>(request.headers().getAll(HEADER));
        chain.add(request.remoteAddress().hostAddress());
        call.getHeaders().putSingle(HEADER, String.join(", ", chain));
    }
}
