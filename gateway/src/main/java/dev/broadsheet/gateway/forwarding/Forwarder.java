package dev.broadsheet.gateway.forwarding;

import dev.broadsheet.gateway.configuration.GatewayConfiguration;
import dev.broadsheet.gateway.exchange.Exchange;
import dev.broadsheet.gateway.routing.RequestTarget;
import dev.broadsheet.gateway.routing.Route;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Sends an admitted request to its upstream and the answer back, both as streams. */
@Singleton
public class Forwarder {

    private final Upstreams upstreams;
    private final ForwardedHeaders forwardedHeaders;
    private final Duration responseTimeout;
    private final Duration retryAfter;

    Forwarder(Upstreams upstreams, ForwardedHeaders forwardedHeaders, GatewayConfiguration configuration) {
        this.upstreams = upstreams;
        this.forwardedHeaders = forwardedHeaders;
        this.responseTimeout = configuration.timeouts().response();
        this.retryAfter = configuration.retryAfter();
    }

    public void forward(Exchange exchange) {
        Route route = exchange.route().orElseThrow();
        RequestTarget target = exchange.target().orElseThrow();
        Upstream upstream = upstreams.named(route.upstream());
        UpstreamFailures failures = new UpstreamFailures(upstream.name(), retryAfter);
        Forwarding forwarding =
                new Forwarding(exchange, target, route, upstream, forwardedHeaders, failures, responseTimeout);
        // What comes before the upstream's connection is there must wait, not be lost.
        exchange.request().pause();
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), upstream.client())
                .origin(forwarding)
                .addInterceptor(forwarding)
                .handle(exchange.request());
    }
}
