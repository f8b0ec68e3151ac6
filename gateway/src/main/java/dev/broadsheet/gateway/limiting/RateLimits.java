package dev.broadsheet.gateway.limiting;

import dev.broadsheet.gateway.client.Clients;
import dev.broadsheet.gateway.configuration.GatewayConfiguration;
import dev.broadsheet.gateway.configuration.GatewayConfiguration.RateLimits.Rule;
import dev.broadsheet.gateway.exchange.Exchange;
import dev.broadsheet.gateway.exchange.Problem;
import dev.broadsheet.gateway.routing.RequestTarget;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often one client may do what costs others something: makes mail go out, or rows be kept. */
@Singleton
public class RateLimits {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Clients clients;
    private final MeterRegistry metrics;
    /** The longest path first: that one applies. */
    private final List<LimitedPath> paths = new ArrayList<>();

    RateLimits(Clients clients, GatewayConfiguration configuration, MeterRegistry metrics) {
        this.clients = clients;
        this.metrics = metrics;
        GatewayConfiguration.RateLimits settings = configuration.rateLimits();
        if (settings.enabled()) {
            settings.rules().forEach((name, rule) -> {
                rule.paths().forEach(path -> requireRouted(path, configuration));
                add(name, rule, settings.clients());
            });
        }
        paths.sort(Comparator.comparing((LimitedPath limited) -> limited.path().length())
                .reversed());
    }

    /** For an exchange that has its route. Empty: it may go on, and is counted. */
    public Optional<Problem> refusal(Exchange exchange) {
        Optional<LimitedPath> limited = limitOf(exchange);
        Optional<Duration> excess = limited.flatMap(path -> path.limit().excess(clients.of(exchange.request())));
        return excess.map(wait -> {
            metrics.counter(
                            "broadsheet.gateway.limited.requests",
                            "limit",
                            limited.get().name(),
                            "uri",
                            exchange.route().orElseThrow().prefix())
                    .increment();
            return tooMany(wait);
        });
    }

    private void add(String name, Rule rule, int clientsAtMost) {
        RateLimit limit = new RateLimit(rule, clientsAtMost, System::nanoTime);
        for (String path : rule.paths()) {
            paths.add(new LimitedPath(name, path, rule.methods(), limit));
        }
        Gauge.builder("broadsheet.gateway.limited.clients", limit, RateLimit::clients)
                .description("Clients that a limit remembers at the moment")
                .tag("limit", name)
                .register(metrics);
    }

    private Optional<LimitedPath> limitOf(Exchange exchange) {
        String method = exchange.request().method().name();
        String path = exchange.target().map(RequestTarget::path).orElseThrow();
        return paths.stream().filter(limited -> limited.applies(method, path)).findFirst();
    }

    /** A limit that can never apply is a mistyped one, and its path would be open. */
    private static void requireRouted(String path, GatewayConfiguration configuration) {
        boolean routed = configuration.upstreams().values().stream()
                .flatMap(upstream -> upstream.paths().stream())
                .anyMatch(prefix -> LimitedPath.isWithin(prefix, path));
        if (!routed) {
            throw new IllegalArgumentException("A rate limit for a path that no upstream has: " + path);
        }
    }

    private static Problem tooMany(Duration wait) {
        long seconds = wait.plusNanos(Duration.ofSeconds(1).toNanos() - 1).toSeconds();
        return new Problem(
                TOO_MANY_REQUESTS,
                "There were too many of these requests from your address. Please wait a moment.",
                Map.of("Retry-After", Long.toString(Math.max(1, seconds))));
    }
}
