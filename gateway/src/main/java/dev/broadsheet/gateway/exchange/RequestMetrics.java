package dev.broadsheet.gateway.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;

/** The usual HTTP server metric under its usual name, with the route where others have the path. */
@Singleton
public class RequestMetrics {

    private final MeterRegistry registry;

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    public void record(Exchange exchange, Outcome outcome) {
        Timer.builder("http.server.requests")
                .tag("method", outcome.method())
                .tag("uri", outcome.route())
                .tag("status", Integer.toString(outcome.status()))
                .register(registry)
                .record(exchange.age());
    }
}
