package dev.broadsheet.notification.delivery;

import dev.broadsheet.contracts.delivery.DeliveryBatch;
import dev.broadsheet.notification.mail.Outcome;
import dev.broadsheet.notification.mail.Relay;
import dev.broadsheet.outbox.DatabasePatience;
import dev.broadsheet.outbox.Ids;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Works off one batch: everybody who is due gets the edition, a few mails at a time. */
@ApplicationScoped
class BatchSender {

    private static final Logger LOG = Logger.getLogger(BatchSender.class);
    private static final int MOST_AT_ONCE = 1_000;
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);
    private static final Duration NEWSLETTER_WAIT = Duration.ofSeconds(1);

    private final BatchLease lease;
    private final DatabasePatience patience;
    private final EditionMailWriters writers;
    private final Relay relay;

    /** One permit for each batch under way; whoever has all knows that none is. */
    private final Semaphore underWay = new Semaphore(MOST_AT_ONCE);

    private final AtomicBoolean stopping = new AtomicBoolean();

    BatchSender(BatchLease lease, DatabasePatience patience, EditionMailWriters writers, Relay relay) {
        this.lease = lease;
        this.patience = patience;
        this.writers = writers;
        this.relay = relay;
    }

    /**
     * A service that is stopped on purpose leaves nothing uncertain: mails under way are recorded, and what is left of
     * their batches is for another replica.
     */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.set(true);
        if (!underWay.tryAcquire(MOST_AT_ONCE, STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("event=delivery.stop.impatient");
        }
    }

    /** Returns when nothing of the batch is due any more, or somebody else has it; soon, if this service is being stopped. */
    void send(DeliveryBatch order) {
        boolean counted = underWay.tryAcquire();
        try {
            takeAndSend(order);
        } finally {
            if (counted) {
                underWay.release();
            }
        }
    }

    private void takeAndSend(DeliveryBatch order) {
        UUID owner = Ids.next();
        UUID batch = order.batchId();
        if (!patience.get(() -> lease.take(batch, owner))) {
            LOG.debugf("event=delivery.batch.skipped batch=%s", batch);
            return;
        }
        Optional<EditionMailWriter> writer = patience.get(() -> writers.of(order.editionId()));
        if (writer.isEmpty()) {
            // The newsletters' topic is read beside this one: the newsletter's name will be here in a moment.
            lease.putOff(batch, owner, NEWSLETTER_WAIT);
            return;
        }
        if (workOff(batch, owner, writer.get())) {
            patience.run(() -> lease.release(batch, owner, order.editionId()));
        }
    }

    /** False if the lease was lost on the way. */
    private boolean workOff(UUID batch, UUID owner, EditionMailWriter writer) {
        Instant closedAt = writer.closedAt();
        while (!stopping.get()) {
            Optional<List<Due>> claimed = patience.get(() -> lease.claim(batch, owner));
            if (claimed.isEmpty()) {
                return false;
            }
            List<Due> due = claimed.get();
            if (due.isEmpty()) {
                return true;
            }
            List<Outcome> outcomes =
                    relay.handOver(due.stream().map(writer::write).toList());
            // What the relay has taken must be written down, however long the database is away.
            patience.run(() -> lease.record(batch, owner, closedAt, due, outcomes));
        }
        return true;
    }
}
