package dev.broadsheet.gateway.configuration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ConfigMapping(prefix = "broadsheet.gateway")
public interface GatewayConfiguration {

    /** By name, as they appear in logs. */
    Map<String, UpstreamOrigin> upstreams();

    MemorySize bodyLimit();

    /** By path; each must be one of the upstreams' paths. */
    Map<String, MemorySize> bodyLimits();

    MemorySize targetLimit();

    MemorySize headersLimit();

    Pool pool();

    Timeouts timeouts();

    Duration retryAfter();

    Optional<List<String>> trustedProxies();

    RateLimits rateLimits();

    interface UpstreamOrigin {

        /** Absent: its paths are not routed. */
        Optional<URI> url();

        List<String> paths();
    }

    interface Pool {

        int connections();

        int queue();

        Duration keepAlive();
    }

    interface Timeouts {

        Duration connect();

        Duration response();

        Duration idle();
    }

    interface RateLimits {

        boolean enabled();

        /** How many clients each limit remembers at most. */
        int clients();

        /** By name, as metrics have it. */
        Map<String, Rule> rules();

        /** So many requests in so much time, and so many at once after a rest. */
        interface Rule {

            List<String> paths();

            List<String> methods();

            int requests();

            Duration per();

            int burst();
        }
    }
}
