package dev.broadsheet.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The outbox's settings. */
@ConfigMapping(prefix = "broadsheet.outbox")
public interface OutboxConfig {

    /** The {@code ce_source} of the service's events, and the base of the relay's transactional id. */
    @WithDefault("/${quarkus.application.name}")
    String source();

    /** How long the relay sleeps when nobody rings, and how often a standby relay asks for the lead. */
    @WithDefault("1s")
    Duration pollInterval();

    /** Rows that travel in one Kafka transaction. 500 events of a kilobyte commit in some 10 ms on one machine. */
    @WithDefault("500")
    int batchSize();

    /** How long the relay waits after a failure before it tries again. */
    @WithDefault("500ms")
    Duration retryDelay();

    /** How long sent rows are kept, for whoever has to find out what was published. They may hold personal data. */
    @WithDefault("24h")
    Duration sentRetention();

    /** How long an event id is remembered. Longer than any topic keeps its records (30 days), or a replay could repeat. */
    @WithDefault("40d")
    Duration inboxRetention();
}
