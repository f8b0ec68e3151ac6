package dev.broadsheet.outbox;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Sends what the outbox holds to Kafka, in order. Every replica of a service has a relay; one of them leads, the others
 * stand by and take over within the poll interval.
 *
 * <p>It reads unsent rows, sends them outside any database transaction, and marks them when Kafka has acknowledged. A
 * crash in between sends them again, with the same ids. When Kafka or the database fails, the relay gives up its lead and
 * starts over; the rows wait.
 */
final class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration HOUSEKEEPING_INTERVAL = Duration.ofMinutes(1);

    private final OutboxStore store = new OutboxStore();
    private final DataSource dataSource;
    private final Map<String, Object> kafkaConfig;
    private final OutboxConfig config;
    private final Clock clock;
    private final AtomicLong published = new AtomicLong();
    private final RelayThread thread = new RelayThread("outbox-relay", this::takeTurn);
    private volatile boolean active;
    private Instant nextHousekeeping = Instant.MIN;

    OutboxRelay(DataSource dataSource, Map<String, Object> kafkaConfig, OutboxConfig config, Clock clock) {
        this.dataSource = dataSource;
        this.kafkaConfig = kafkaConfig;
        this.config = config;
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.stop();
    }

    /** Whether this relay has the lead and is connected to Kafka. */
    boolean isActive() {
        return active;
    }

    /** Events that this relay has published since it was made. */
    long published() {
        return published.get();
    }

    private void takeTurn() throws InterruptedException {
        Duration pause = config.pollInterval();
        try {
            Optional<RelayLead> lead = RelayLead.tryToTake(dataSource);
            if (lead.isPresent()) {
                relayWhileLeading(lead.get());
            }
        } catch (InterruptException e) {
            throw interrupted(e);
        } catch (SQLException | KafkaException e) {
            LOG.warnf("event=outbox.relay.stalled source=%s cause=%s", config.source(), e);
            pause = config.retryDelay();
        } catch (RuntimeException e) {
            // A defect: the relay must outlive it, or every later event would wait for a restart.
            LOG.errorf(e, "event=outbox.relay.failed source=%s", config.source());
        } finally {
            active = false;
        }
        if (!thread.isStopped()) {
            Thread.sleep(pause.toMillis());
        }
    }

    private void relayWhileLeading(RelayLead lead) throws SQLException {
        try (lead;
                EventPublisher publisher = new EventPublisher(kafkaConfig, config.source())) {
            active = true;
            LOG.infof("event=outbox.relay.leading source=%s", config.source());
            while (!thread.isStopped()) {
                List<OutboxRecord> records = store.readUnsent(lead.connection(), config.batchSize());
                if (records.isEmpty()) {
                    keepHouse(lead);
                    lead.awaitRing(config.pollInterval());
                } else {
                    publisher.publish(records);
                    store.markSent(lead.connection(), records);
                    published.addAndGet(records.size());
                }
            }
        }
    }

    private void keepHouse(RelayLead lead) throws SQLException {
        Instant now = clock.instant();
        if (now.isBefore(nextHousekeeping)) {
            return;
        }
        int sent = store.deleteSentBefore(lead.connection(), now.minus(config.sentRetention()));
        int handled = store.deleteHandledBefore(lead.connection(), now.minus(config.inboxRetention()));
        if (sent + handled == 0) {
            nextHousekeeping = now.plus(HOUSEKEEPING_INTERVAL);
        }
    }

    private static InterruptedException interrupted(InterruptException cause) {
        InterruptedException interrupted = new InterruptedException();
        interrupted.initCause(cause);
        return interrupted;
    }
}
