package dev.broadsheet.notification.delivery;

import dev.broadsheet.notification.editionmail.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The steps in which one sender works off a batch, each a transaction of its own: take, then by turns hand over outside of
 * any transaction and {@linkplain #next record and claim}, then release. Any process may die between them.
 *
 * <p>A batch belongs to one sender at a time, for as long as its lease lasts; each claim renews it. A sender that was
 * away for longer finds at its next claim that the batch is no longer its own.
 *
 * <p>What is claimed stands in the batch, and its rows are written when they are final: one change of a row for each mail.
 */
@ApplicationScoped
class BatchLease {

    private static final Logger LOG = Logger.getLogger(BatchLease.class);

    private static final String LOCK = "SELECT edition_id, closed_at, cardinality(under_way) FROM delivery_batch"
            + " JOIN edition ON edition.id = edition_id"
            + " WHERE delivery_batch.id = ? AND (delivery_batch.state IN ('ORDERED', 'WAITING')"
            + " OR (delivery_batch.state = 'TAKEN' AND delivery_batch.due_at <= ?)) FOR UPDATE OF delivery_batch";

    /** Whoever held the batch before died, or was cut off, between handing these over and recording it. */
    private static final String DOUBT = """
            UPDATE delivery SET state = 'UNCERTAIN', due_at = ?
            FROM delivery_batch batch
            WHERE batch.id = ? AND delivery.batch_id = batch.id AND delivery.edition_id = batch.edition_id
              AND delivery.subscriber_id = ANY (batch.under_way) AND delivery.state IN ('PENDING', 'RETRY', 'UNCERTAIN')""";

    private static final String TAKE =
            "UPDATE delivery_batch SET state = 'TAKEN', owner = ?, due_at = ?, under_way = '{}' WHERE id = ?";

    /** Asked right before the hand-over: who has left the audience since the edition closed, or pauses, has no address here. */
    private static final String DUE = """
            SELECT delivery.subscriber_id, delivery.attempts, reader.email, reader.locale, member.unsubscribe_token,
                reader.preferences_token
            FROM delivery
                JOIN edition ON edition.id = delivery.edition_id AND NOT edition.held
                LEFT JOIN (audience_member member JOIN reader ON reader.subscriber_id = member.subscriber_id
                        AND (reader.paused_until IS NULL OR reader.paused_until <= ?))
                    ON member.newsletter = edition.newsletter AND member.subscriber_id = delivery.subscriber_id
            WHERE delivery.batch_id = ? AND delivery.edition_id = ?
              AND (delivery.state = 'PENDING' OR (delivery.state IN ('RETRY', 'UNCERTAIN') AND delivery.due_at <= ?))
            ORDER BY delivery.subscriber_id LIMIT ?""";

    private static final String SUPPRESS = """
            UPDATE delivery SET state = 'SUPPRESSED', due_at = NULL
            WHERE edition_id = ? AND subscriber_id = ANY (?) AND batch_id = ?""";

    private static final String CLAIM = """
            UPDATE delivery_batch SET under_way = ?, due_at = ? WHERE id = ? AND owner = ? AND state = 'TAKEN'""";

    private static final String RELEASE = """
            UPDATE delivery_batch SET owner = NULL, under_way = '{}',
                state = CASE WHEN open.rows = 0 THEN 'DONE' ELSE 'WAITING' END, due_at = open.due_at
            FROM (SELECT count(*) AS rows, min(CASE WHEN state = 'PENDING' THEN ? ELSE due_at END) AS due_at
                  FROM delivery
                  WHERE batch_id = ? AND state IN ('PENDING', 'RETRY', 'UNCERTAIN')) open
            WHERE id = ? AND owner = ?
            RETURNING state""";

    private static final String GIVE_BACK =
            "UPDATE delivery_batch SET state = 'WAITING', due_at = ? WHERE id = ? AND state = 'ORDERED'";

    private static final String PUT_OFF = """
            UPDATE delivery_batch SET state = 'WAITING', owner = NULL, under_way = '{}', due_at = ?
            WHERE id = ? AND owner = ?""";

    private final LedgerConnection ledger;
    private final DeliveryConfig config;
    private final DeliveryRecords records;
    private final Event<BatchDone> batchDone;
    private final Event<BatchesDue> batchesDue;
    private final Clock clock;

    BatchLease(
            LedgerConnection ledger,
            DeliveryConfig config,
            DeliveryRecords records,
            Event<BatchDone> batchDone,
            Event<BatchesDue> batchesDue,
            Clock clock) {
        this.ledger = ledger;
        this.config = config;
        this.records = records;
        this.batchDone = batchDone;
        this.batchesDue = batchesDue;
        this.clock = clock;
    }

    /** Empty if the batch is done or another sender is at it. */
    @Transactional
    Optional<Batch> take(UUID id, UUID owner) {
        return ledger.with(connection -> {
            Instant now = clock.instant();
            try (PreparedStatement lock = Sql.statement(connection, LOCK, id, now);
                    ResultSet row = lock.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Batch batch = new Batch(
                        id,
                        row.getObject(1, UUID.class),
                        owner,
                        row.getObject(2, OffsetDateTime.class).toInstant());
                if (row.getInt(3) > 0) {
                    doubt(connection, batch, now);
                }
                Sql.update(connection, TAKE, owner, now.plus(config.lease()), id);
                return Optional.of(batch);
            }
        });
    }

    private void doubt(Connection connection, Batch batch, Instant now) throws SQLException {
        Instant again = config.uncertain() == DeliveryConfig.Uncertain.RESEND ? now : null;
        int uncertain = Sql.update(connection, DOUBT, again, batch.id());
        LOG.warnf("event=delivery.batch.recovered batch=%s uncertain=%d", batch.id(), uncertain);
    }

    /**
     * Records what became of the deliveries claimed before, and claims the next. That a relay took a mail is recorded even
     * if the lease was lost meanwhile.
     *
     * @param more false to claim nothing: the sender is being stopped
     * @return what to hand over next, nothing when none is due; empty when the sender has lost its lease
     */
    @Transactional
    Optional<List<Due>> next(Batch batch, List<Attempt> attempts, boolean more) {
        return ledger.with(connection -> {
            records.write(connection, batch, attempts);
            List<Due> due = more ? claimUntilSomeoneIsLeft(connection, batch) : List.of();
            Array underWay = Sql.ids(
                    connection, due.stream().map(each -> each.recipient().subscriberId()));
            int claimed = Sql.update(
                    connection, CLAIM, underWay, clock.instant().plus(config.lease()), batch.id(), batch.owner());
            if (claimed == 0) {
                LOG.warnf("event=delivery.batch.lost batch=%s", batch.id());
                return Optional.empty();
            }
            return Optional.of(due);
        });
    }

    /** A claim in which nobody is to get the edition is not yet the end of the batch. */
    private List<Due> claimUntilSomeoneIsLeft(Connection connection, Batch batch) throws SQLException {
        Instant now = clock.instant();
        while (true) {
            List<Due> due = new ArrayList<>();
            List<UUID> gone = new ArrayList<>();
            try (PreparedStatement query =
                            Sql.statement(connection, DUE, now, batch.id(), batch.edition(), now, config.inFlight());
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    UUID subscriber = row.getObject(1, UUID.class);
                    if (row.getString(3) == null) {
                        gone.add(subscriber);
                    } else {
                        due.add(new Due(
                                new Recipient(subscriber, row.getString(3), row.getString(5), row.getString(6)),
                                row.getInt(2),
                                row.getString(4)));
                    }
                }
            }
            if (!gone.isEmpty()) {
                Sql.update(connection, SUPPRESS, batch.edition(), Sql.ids(connection, gone.stream()), batch.id());
            }
            if (!due.isEmpty() || gone.isEmpty()) {
                return due;
            }
        }
    }

    /** Lets the batch go: done, or waiting until something of it is due again. */
    @Transactional
    void release(Batch batch) {
        ledger.with(connection -> {
            try (PreparedStatement release =
                            Sql.statement(connection, RELEASE, clock.instant(), batch.id(), batch.id(), batch.owner());
                    ResultSet state = release.executeQuery()) {
                if (state.next() && state.getString(1).equals("DONE")) {
                    batchDone.fire(new BatchDone(batch.edition()));
                }
            }
            batchesDue.fire(new BatchesDue());
            return null;
        });
    }

    /** Whether mails that no relay has taken by now bounce. */
    boolean isGivenUp(Batch batch) {
        return records.isGivenUp(batch, clock.instant());
    }

    /** Lets a batch go that was ordered, and that this replica will not take. */
    @Transactional
    void giveBack(UUID batch) {
        ledger.with(connection -> Sql.update(connection, GIVE_BACK, clock.instant(), batch));
        batchesDue.fire(new BatchesDue());
    }

    /** Lets a batch go of which nothing can be sent before then. */
    @Transactional
    void putOff(Batch batch, Instant until) {
        ledger.with(connection -> Sql.update(connection, PUT_OFF, until, batch.id(), batch.owner()));
    }
}
