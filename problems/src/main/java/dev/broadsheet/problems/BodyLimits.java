package dev.broadsheet.problems;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The limit of a request's body. Quarkus has one for all paths; where {@link BodyLimitConfig} says more, that one is only
 * the upper bound of the others.
 */
@ApplicationScoped
class BodyLimits {

    /** Right behind Quarkus' own step (-2), which would overwrite what this one sets. */
    private static final int AFTER_QUARKUS = 1;

    private final Optional<MemorySize> ofServer;
    private final BodyLimitConfig config;

    BodyLimits(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> ofServer,
            BodyLimitConfig config) {
        this.ofServer = ofServer;
        this.config = config;
    }

    /** In bytes. */
    long of(RoutingContext routing) {
        MemorySize ofPath = config.bodyLimits().get(routing.normalizedPath());
        return Optional.ofNullable(ofPath)
                .or(config::bodyLimit)
                .or(() -> ofServer)
                .map(MemorySize::asLongValue)
                .orElse(Long.MAX_VALUE);
    }

    /** For bodies that do not announce their length: they are counted while they are read. */
    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    routing.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, of(routing));
                    routing.next();
                },
                AFTER_QUARKUS);
    }
}
