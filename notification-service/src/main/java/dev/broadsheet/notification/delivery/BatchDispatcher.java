package dev.broadsheet.notification.delivery;

import dev.broadsheet.contracts.delivery.DeliveryBatch;
import dev.broadsheet.outbox.Outbox;
import dev.broadsheet.outbox.WorkLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Orders batches that are due to be worked off: new ones, ones that were put off until now, ones that a sender left
 * behind. Of each edition only so many are open at a time, which is what lets editions share the senders fairly. Each
 * replica has a dispatcher; rows that one has locked the others pass. The order travels through the outbox, so that row
 * and order are there together or not at all.
 */
@ApplicationScoped
class BatchDispatcher {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** After how long an order is taken for lost. A second order does no harm: whoever comes first takes the batch. */
    private static final Duration ORDER_LIFETIME = Duration.ofMinutes(2);

    private static final String ORDER = """
            UPDATE delivery_batch SET state = 'ORDERED', owner = NULL, due_at = :orderedUntil
            WHERE id IN (
                SELECT due.id FROM edition CROSS JOIN LATERAL (
                    SELECT id FROM delivery_batch
                    WHERE edition_id = edition.id AND state <> 'DONE' AND due_at <= :now
                    ORDER BY due_at, id
                    LIMIT greatest(0, :mostOpen - (
                        SELECT count(*) FROM delivery_batch open
                        WHERE open.edition_id = edition.id AND open.state IN ('ORDERED', 'TAKEN') AND open.due_at > :now))
                    FOR UPDATE SKIP LOCKED) due
                WHERE edition.state IN ('FREEZING', 'SENDING') AND NOT edition.held)
            RETURNING id, edition_id""";

    private final Session session;
    private final Outbox outbox;
    private final DeliveryConfig config;
    private final Clock clock;
    private final WorkLoop loop = new WorkLoop("batch-dispatcher", INTERVAL, this::orderDue);

    BatchDispatcher(Session session, Outbox outbox, DeliveryConfig config, Clock clock) {
        this.session = session;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) BatchesDue due) {
        loop.wake();
    }

    private boolean orderDue() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            List<Tuple> due = session.createNativeQuery(ORDER, Tuple.class)
                    .setParameter("now", now)
                    .setParameter("orderedUntil", now.plus(ORDER_LIFETIME))
                    .setParameter("mostOpen", config.openBatches())
                    .getResultList();
            outbox.append(due.stream()
                    .map(batch -> new DeliveryBatch(batch.get("id", UUID.class), batch.get("edition_id", UUID.class)))
                    .toList());
            return !due.isEmpty();
        });
    }
}
