package dev.broadsheet.problems;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** How large bodies may be, where not all paths take the same. */
@ConfigMapping(prefix = "broadsheet.http")
interface BodyLimitConfig {

    /** For every path that has no limit of its own; by default {@code quarkus.http.limits.max-body-size}. */
    Optional<MemorySize> bodyLimit();

    /** By exact path. None can be above {@code quarkus.http.limits.max-body-size}. */
    Map<String, MemorySize> bodyLimits();
}
