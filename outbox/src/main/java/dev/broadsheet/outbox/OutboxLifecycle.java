package dev.broadsheet.outbox;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/** Runs the relay and the bell as long as the service runs, and measures them. */
@ApplicationScoped
class OutboxLifecycle {

    private final OutboxStore store = new OutboxStore();
    private final DataSource dataSource;
    private final OutboxBell bell;
    private final OutboxRelay relay;

    OutboxLifecycle(
            DataSource dataSource,
            @Identifier("default-kafka-broker") Map<String, Object> kafkaConfig,
            OutboxConfig config,
            OutboxBell bell,
            Clock clock,
            MeterRegistry meters) {
        this.dataSource = dataSource;
        this.bell = bell;
        this.relay = new OutboxRelay(dataSource, kafkaConfig, config, clock);
        measure(meters);
    }

    void start(@Observes StartupEvent event) {
        bell.start();
        relay.start();
    }

    void stop(@Observes ShutdownEvent event) {
        relay.stop();
        bell.stop();
    }

    private void measure(MeterRegistry meters) {
        backlogGauge("broadsheet.outbox.rows.waiting", OutboxStore.Backlog::rows)
                .description("Events that have still to reach Kafka")
                .register(meters);
        backlogGauge("broadsheet.outbox.backlog.age", backlog -> seconds(backlog.age()))
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("broadsheet.outbox.relay.active", relay, it -> it.isActive() ? 1 : 0)
                .description("1 in the one replica whose relay leads")
                .register(meters);
        FunctionCounter.builder("broadsheet.outbox.events.published", relay, OutboxRelay::published)
                .description("Events that this replica's relay has published")
                .register(meters);
    }

    /** Asked of the database at each scrape, so that it is true even while the relay hangs. */
    private Gauge.Builder<OutboxLifecycle> backlogGauge(String name, ToDoubleFunction<OutboxStore.Backlog> value) {
        return Gauge.builder(name, this, lifecycle -> lifecycle.measureBacklog(value));
    }

    private double measureBacklog(ToDoubleFunction<OutboxStore.Backlog> value) {
        try (Connection connection = dataSource.getConnection()) {
            return value.applyAsDouble(store.measureBacklog(connection));
        } catch (SQLException e) {
            return Double.NaN;
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
