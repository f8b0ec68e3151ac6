package dev.broadsheet.notification.delivery;

import dev.broadsheet.contracts.delivery.DeliveryBatch;
import dev.broadsheet.outbox.Ids;
import dev.broadsheet.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Writes deliveries into the ledger, in batches, and orders each batch to be worked off. The order travels through the
 * outbox, so that rows and order are there together or not at all.
 */
@ApplicationScoped
public class DeliveryLedger {

    /** After how long an order is taken for lost. Longer than a large edition's orders queue; a second order does no harm. */
    private static final Duration ORDER_LIFETIME = Duration.ofMinutes(10);

    private static final String ADD_BATCH =
            "INSERT INTO delivery_batch (id, edition_id, state, due_at) VALUES (:batch, :edition, 'ORDERED', :orderedUntil)";

    private static final String ADD_DELIVERIES = """
            INSERT INTO delivery (edition_id, subscriber_id, batch_id, state)
            SELECT :edition, reader.subscriber_id, :batch, 'PENDING'
            FROM reader WHERE reader.subscriber_id IN (:subscribers)
            ON CONFLICT (edition_id, subscriber_id) DO NOTHING""";

    private static final String ORDER_AGAIN = """
            UPDATE delivery_batch SET state = 'ORDERED', owner = NULL, due_at = :orderedUntil
            WHERE id IN (SELECT id FROM delivery_batch
                         WHERE state <> 'DONE' AND due_at <= :now
                         ORDER BY due_at LIMIT 100 FOR UPDATE SKIP LOCKED)
            RETURNING id, edition_id""";

    private final Session session;
    private final Outbox outbox;
    private final Clock clock;

    DeliveryLedger(Session session, Outbox outbox, Clock clock) {
        this.session = session;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Adds deliveries to an edition as one batch, in the transaction of the caller. */
    public void add(UUID edition, List<UUID> subscribers) {
        UUID batch = Ids.next();
        session.createNativeMutationQuery(ADD_BATCH)
                .setParameter("batch", batch)
                .setParameter("edition", edition)
                .setParameter("orderedUntil", clock.instant().plus(ORDER_LIFETIME))
                .executeUpdate();
        session.createNativeMutationQuery(ADD_DELIVERIES)
                .setParameter("edition", edition)
                .setParameter("batch", batch)
                .setParameter("subscribers", subscribers)
                .executeUpdate();
        outbox.append(new DeliveryBatch(batch, edition));
    }

    /**
     * Orders batches again that are due again: something of them was put off until now, the lease of their sender has
     * ended without a word, or nobody has taken them in a long time. Answers how many. In the transaction of the caller.
     */
    int orderDueAgain() {
        Instant now = clock.instant();
        List<Tuple> due = session.createNativeQuery(ORDER_AGAIN, Tuple.class)
                .setParameter("now", now)
                .setParameter("orderedUntil", now.plus(ORDER_LIFETIME))
                .getResultList();
        due.forEach(batch ->
                outbox.append(new DeliveryBatch(batch.get("id", UUID.class), batch.get("edition_id", UUID.class))));
        return due.size();
    }
}
