package dev.broadsheet.notification.delivery;

import dev.broadsheet.notification.mail.Outcome;
import dev.broadsheet.notification.mail.RetrySchedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * The steps in which one sender works off a batch, each a transaction of its own: take, then claim and record by turns,
 * then release. Between them no transaction is open and any process may die.
 *
 * <p>A batch belongs to one sender at a time, for as long as its lease lasts; each claim renews it. A sender that was
 * away for longer finds at its next claim that the batch is no longer its own.
 */
@ApplicationScoped
class BatchLease {

    private static final Logger LOG = Logger.getLogger(BatchLease.class);

    private static final String TAKE = """
            UPDATE delivery_batch SET state = 'TAKEN', owner = :owner, due_at = :leaseEnd
            WHERE id = :batch AND (state IN ('ORDERED', 'WAITING') OR (state = 'TAKEN' AND due_at <= :now))""";

    /** Whoever held the batch before died, or was cut off, between handing these over and recording it. */
    private static final String DOUBT =
            "UPDATE delivery SET state = 'UNCERTAIN' WHERE batch_id = :batch AND state = 'SENDING'";

    private static final String RENEW =
            "UPDATE delivery_batch SET due_at = :leaseEnd WHERE id = :batch AND owner = :owner AND state = 'TAKEN'";

    /** Readers who have left the audience since the edition closed, or pause, are suppressed right before the hand-over. */
    private static final String CLAIM = """
            WITH due AS (
                SELECT edition_id, subscriber_id FROM delivery
                WHERE batch_id = :batch
                  AND (state IN ('PENDING', 'UNCERTAIN') OR (state = 'RETRY' AND due_at <= :now))
                ORDER BY subscriber_id LIMIT :most)
            UPDATE delivery SET
                state = CASE WHEN reader.email IS NULL THEN 'SUPPRESSED' ELSE 'SENDING' END,
                attempts = delivery.attempts + CASE WHEN reader.email IS NULL THEN 0 ELSE 1 END,
                due_at = NULL
            FROM due
                JOIN edition ON edition.id = due.edition_id
                LEFT JOIN (audience_member member JOIN reader ON reader.subscriber_id = member.subscriber_id
                        AND (reader.paused_until IS NULL OR reader.paused_until <= :now))
                    ON member.newsletter = edition.newsletter AND member.subscriber_id = due.subscriber_id
            WHERE delivery.edition_id = due.edition_id AND delivery.subscriber_id = due.subscriber_id
            RETURNING delivery.subscriber_id, delivery.attempts, reader.email, member.unsubscribe_token""";

    /** That a relay took a mail stays true even if the batch has changed hands since. */
    private static final String RECORD_SENT = """
            UPDATE delivery SET state = 'SENT', handed_over_at = :now, failure = NULL
            WHERE batch_id = :batch AND subscriber_id IN (:subscribers) AND state IN ('SENDING', 'UNCERTAIN')""";

    private static final String RECORD_FAILURE = """
            UPDATE delivery SET state = :state, failure = :failure, due_at = :dueAt
            WHERE batch_id = :batch AND subscriber_id = :subscriber AND state = 'SENDING'
              AND EXISTS (SELECT FROM delivery_batch WHERE id = :batch AND owner = :owner)""";

    private static final String RELEASE = """
            UPDATE delivery_batch SET owner = NULL,
                state = CASE WHEN open.due_at IS NULL THEN 'DONE' ELSE 'WAITING' END,
                due_at = open.due_at
            FROM (SELECT min(coalesce(due_at, :now)) AS due_at FROM delivery
                  WHERE batch_id = :batch AND state NOT IN ('SENT', 'BOUNCED', 'SUPPRESSED')) open
            WHERE id = :batch AND owner = :owner
            RETURNING state""";

    private static final String PUT_OFF = """
            UPDATE delivery_batch SET state = 'WAITING', owner = NULL, due_at = :dueAt
            WHERE id = :batch AND owner = :owner""";

    private final Session session;
    private final DeliveryConfig config;
    private final Event<BatchDone> batchDone;
    private final Clock clock;

    BatchLease(Session session, DeliveryConfig config, Event<BatchDone> batchDone, Clock clock) {
        this.session = session;
        this.config = config;
        this.batchDone = batchDone;
        this.clock = clock;
    }

    /** False if the batch is done or another sender is at it. */
    @Transactional
    boolean take(UUID batch, UUID owner) {
        Instant now = clock.instant();
        int taken = session.createNativeMutationQuery(TAKE)
                .setParameter("batch", batch)
                .setParameter("owner", owner)
                .setParameter("now", now)
                .setParameter("leaseEnd", now.plus(config.lease()))
                .executeUpdate();
        if (taken == 0) {
            return false;
        }
        int uncertain = session.createNativeMutationQuery(DOUBT)
                .setParameter("batch", batch)
                .executeUpdate();
        if (uncertain > 0) {
            LOG.warnf("event=delivery.batch.recovered batch=%s uncertain=%d", batch, uncertain);
        }
        return true;
    }

    /** The next deliveries to hand over; empty when the sender has lost its lease. */
    @Transactional
    Optional<List<Due>> claim(UUID batch, UUID owner) {
        Instant now = clock.instant();
        int renewed = session.createNativeMutationQuery(RENEW)
                .setParameter("batch", batch)
                .setParameter("owner", owner)
                .setParameter("leaseEnd", now.plus(config.lease()))
                .executeUpdate();
        if (renewed == 0) {
            LOG.warnf("event=delivery.batch.lost batch=%s", batch);
            return Optional.empty();
        }
        return Optional.of(claimUntilSomeoneIsLeft(batch, now));
    }

    /** A claim in which nobody is to get the edition is not yet the end of the batch. */
    private List<Due> claimUntilSomeoneIsLeft(UUID batch, Instant now) {
        while (true) {
            List<Tuple> rows = session.createNativeQuery(CLAIM, Tuple.class)
                    .setParameter("batch", batch)
                    .setParameter("now", now)
                    .setParameter("most", config.inFlight())
                    .getResultList();
            List<Due> due = rows.stream()
                    .filter(row -> row.get("email") != null)
                    .map(BatchLease::due)
                    .toList();
            if (rows.isEmpty() || !due.isEmpty()) {
                return due;
            }
        }
    }

    @Transactional
    void record(UUID batch, UUID owner, Instant closedAt, List<Due> mails, List<Outcome> outcomes) {
        List<UUID> sent = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            Outcome outcome = outcomes.get(i);
            if (outcome.result() == Outcome.Result.TAKEN) {
                sent.add(mails.get(i).subscriberId());
            } else {
                recordFailure(batch, owner, closedAt, mails.get(i), outcome);
            }
        }
        if (!sent.isEmpty()) {
            session.createNativeMutationQuery(RECORD_SENT)
                    .setParameter("batch", batch)
                    .setParameter("now", clock.instant())
                    .setParameter("subscribers", sent)
                    .executeUpdate();
        }
    }

    private void recordFailure(UUID batch, UUID owner, Instant closedAt, Due mail, Outcome outcome) {
        Instant next = clock.instant().plus(RetrySchedule.after(mail.attempts()));
        boolean givenUp =
                outcome.result() == Outcome.Result.REFUSED || next.isAfter(closedAt.plus(config.giveUpAfter()));
        session.createNativeMutationQuery(RECORD_FAILURE)
                .setParameter("batch", batch)
                .setParameter("owner", owner)
                .setParameter("subscriber", mail.subscriberId())
                .setParameter("state", givenUp ? "BOUNCED" : "RETRY")
                .setParameter("failure", outcome.failure())
                .setParameter("dueAt", givenUp ? null : next, Instant.class)
                .executeUpdate();
    }

    /** Lets the batch go: done, or waiting until something of it is due again. */
    @Transactional
    void release(UUID batch, UUID owner, UUID edition) {
        List<String> state = session.createNativeQuery(RELEASE, String.class)
                .setParameter("batch", batch)
                .setParameter("owner", owner)
                .setParameter("now", clock.instant())
                .getResultList();
        if (state.equals(List.of("DONE"))) {
            batchDone.fire(new BatchDone(edition));
        }
    }

    /** Lets a batch go of which nothing can be sent yet. */
    @Transactional
    void putOff(UUID batch, UUID owner, Duration delay) {
        session.createNativeMutationQuery(PUT_OFF)
                .setParameter("batch", batch)
                .setParameter("owner", owner)
                .setParameter("dueAt", clock.instant().plus(delay))
                .executeUpdate();
    }

    private static Due due(Tuple row) {
        return new Due(
                row.get("subscriber_id", UUID.class),
                row.get("attempts", Integer.class),
                row.get("email", String.class),
                row.get("unsubscribe_token", String.class));
    }
}
