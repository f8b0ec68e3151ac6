package dev.broadsheet.notification.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Makes the ledger forget whose its rows were. Each row stays, because an edition's figures are counted from rows; the
 * reader's id in it becomes a random one, which stands for nobody. What is under way to the relay must be final before
 * that: the sender finds its row by the reader.
 */
@ApplicationScoped
public class Erasures {

    private static final Duration WAIT_FOR_SENDERS = Duration.ofSeconds(2);

    /**
     * Whoever is writing an audience into the ledger has locked the edition. After this none is, and whoever comes next
     * sees that the reader is gone: no row of this reader can be added any more.
     */
    private static final String WAIT_FOR_FREEZERS = "LOCK TABLE edition IN EXCLUSIVE MODE";

    private static final String BEGIN = """
            INSERT INTO erasure (subscriber_id, due_at) VALUES (:subscriber, :now)
            ON CONFLICT (subscriber_id) DO UPDATE SET due_at = excluded.due_at""";

    private static final String NEXT = """
            SELECT subscriber_id FROM erasure WHERE due_at <= :now
            ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED""";

    /**
     * The ledger is found by edition: one look into its primary key for each, however long it is. A batch that was put off
     * for the sake of a row that is now suppressed is looked at again, so that its edition can end.
     */
    private static final String CLEAR = """
            WITH cleared AS (
                UPDATE delivery SET subscriber_id = gen_random_uuid(), due_at = NULL,
                    state = CASE WHEN delivery.state IN ('PENDING', 'RETRY', 'UNCERTAIN') THEN 'SUPPRESSED'
                        ELSE delivery.state END
                WHERE (edition_id, subscriber_id) IN (
                    SELECT found.edition_id, found.subscriber_id FROM edition CROSS JOIN LATERAL (
                        SELECT edition_id, subscriber_id FROM delivery
                        WHERE delivery.edition_id = edition.id AND delivery.subscriber_id = :subscriber LIMIT 1) found)
                  AND NOT EXISTS (
                    SELECT FROM delivery_batch WHERE id = delivery.batch_id AND :subscriber = ANY (under_way))
                RETURNING batch_id)
            UPDATE delivery_batch SET due_at = :now FROM cleared
            WHERE delivery_batch.id = cleared.batch_id AND delivery_batch.state = 'WAITING'""";

    private static final String IS_NAMED = """
            SELECT EXISTS (
                SELECT FROM edition CROSS JOIN LATERAL (
                    SELECT FROM delivery
                    WHERE delivery.edition_id = edition.id AND delivery.subscriber_id = :subscriber LIMIT 1) found)
              OR EXISTS (SELECT FROM edition WHERE state = 'FREEZING' AND frozen_to = :subscriber)""";

    private static final String END = "DELETE FROM erasure WHERE subscriber_id = :subscriber";

    private static final String PUT_OFF = "UPDATE erasure SET due_at = :dueAt WHERE subscriber_id = :subscriber";

    private final Session session;
    private final Event<ErasureBegun> begun;
    private final Clock clock;

    Erasures(Session session, Event<ErasureBegun> begun, Clock clock) {
        this.session = session;
        this.begun = begun;
        this.clock = clock;
    }

    /** In the transaction of the caller, before it deletes the reader. */
    public void begin(UUID subscriber) {
        session.createNativeMutationQuery(WAIT_FOR_FREEZERS).executeUpdate();
        session.createNativeMutationQuery(BEGIN)
                .setParameter("subscriber", subscriber)
                .setParameter("now", clock.instant())
                .executeUpdate();
        begun.fire(new ErasureBegun());
    }

    /** Clears what can be cleared for one reader. False if there is nobody whose turn it is. */
    @Transactional
    boolean clearNext() {
        Instant now = clock.instant();
        List<UUID> next = session.createNativeQuery(NEXT, UUID.class)
                .setParameter("now", now)
                .getResultList();
        next.forEach(subscriber -> clear(subscriber, now));
        return !next.isEmpty();
    }

    private void clear(UUID subscriber, Instant now) {
        session.createNativeMutationQuery(CLEAR)
                .setParameter("subscriber", subscriber)
                .setParameter("now", now)
                .executeUpdate();
        boolean named = session.createNativeQuery(IS_NAMED, Boolean.class)
                .setParameter("subscriber", subscriber)
                .getSingleResult();
        if (named) {
            session.createNativeMutationQuery(PUT_OFF)
                    .setParameter("subscriber", subscriber)
                    .setParameter("dueAt", now.plus(WAIT_FOR_SENDERS))
                    .executeUpdate();
        } else {
            session.createNativeMutationQuery(END)
                    .setParameter("subscriber", subscriber)
                    .executeUpdate();
        }
    }
}
