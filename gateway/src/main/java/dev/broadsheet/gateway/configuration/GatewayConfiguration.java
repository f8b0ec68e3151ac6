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
}
