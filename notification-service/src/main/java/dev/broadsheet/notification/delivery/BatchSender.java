package dev.broadsheet.notification.delivery;

import dev.broadsheet.contracts.delivery.DeliveryBatch;
import dev.broadsheet.notification.mail.Outcome;
import dev.broadsheet.notification.mail.Relay;
import dev.broadsheet.outbox.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Works off one batch: everybody who is due gets the edition, a few mails at a time. */
@ApplicationScoped
class BatchSender {

    private static final Logger LOG = Logger.getLogger(BatchSender.class);
    private static final Duration NEWSLETTER_WAIT = Duration.ofSeconds(1);

    private final BatchLease lease;
    private final EditionMailWriters writers;
    private final Relay relay;

    BatchSender(BatchLease lease, EditionMailWriters writers, Relay relay) {
        this.lease = lease;
        this.writers = writers;
        this.relay = relay;
    }

    /** Returns when nothing of the batch is due any more, or somebody else has it. */
    void send(DeliveryBatch order) {
        UUID owner = Ids.next();
        UUID batch = order.batchId();
        if (!lease.take(batch, owner)) {
            LOG.debugf("event=delivery.batch.skipped batch=%s", batch);
            return;
        }
        Optional<EditionMailWriter> writer = writers.of(order.editionId());
        if (writer.isEmpty()) {
            // The newsletters' topic is read beside this one: the newsletter's name will be here in a moment.
            lease.putOff(batch, owner, NEWSLETTER_WAIT);
            return;
        }
        if (workOff(batch, owner, writer.get())) {
            lease.release(batch, owner, order.editionId());
        }
    }

    /** False if the lease was lost on the way. */
    private boolean workOff(UUID batch, UUID owner, EditionMailWriter writer) {
        Instant closedAt = writer.closedAt();
        while (true) {
            Optional<List<Due>> claimed = lease.claim(batch, owner);
            if (claimed.isEmpty()) {
                return false;
            }
            List<Due> due = claimed.get();
            if (due.isEmpty()) {
                return true;
            }
            List<Outcome> outcomes =
                    relay.handOver(due.stream().map(writer::write).toList());
            lease.record(batch, owner, closedAt, due, outcomes);
        }
    }
}
