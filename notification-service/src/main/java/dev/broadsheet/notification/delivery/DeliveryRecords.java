package dev.broadsheet.notification.delivery;

import dev.broadsheet.notification.bounce.Bounces;
import dev.broadsheet.notification.mail.RetrySchedule;
import dev.broadsheet.notification.relay.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes down what became of deliveries. A mail that was not begun leaves its row as it was, unless it has to wait. */
@ApplicationScoped
class DeliveryRecords {

    /** That a relay took a mail stays true even if the batch has changed hands since. */
    private static final String HANDED_OVER = """
            UPDATE delivery SET state = 'SENT', handed_over_at = ?, attempts = attempts + 1, failure = NULL, due_at = NULL
            WHERE edition_id = ? AND subscriber_id = ANY (?) AND batch_id = ?
              AND state IN ('PENDING', 'RETRY', 'UNCERTAIN')""";

    private static final String NOT_HANDED_OVER = """
            UPDATE delivery SET state = ?, attempts = attempts + ?, failure = ?, due_at = ?
            WHERE edition_id = ? AND subscriber_id = ? AND batch_id = ? AND state IN ('PENDING', 'RETRY', 'UNCERTAIN')
              AND EXISTS (SELECT FROM delivery_batch WHERE id = delivery.batch_id AND owner = ?)""";

    private final DeliveryConfig config;
    private final Bounces bounces;
    private final Clock clock;

    DeliveryRecords(DeliveryConfig config, Bounces bounces, Clock clock) {
        this.config = config;
        this.bounces = bounces;
        this.clock = clock;
    }

    void write(Connection connection, Batch batch, List<Attempt> attempts) throws SQLException {
        List<UUID> handedOver = attempts.stream()
                .filter(attempt -> attempt.outcome().result() == Outcome.Result.TAKEN)
                .map(Attempt::subscriber)
                .toList();
        if (!handedOver.isEmpty()) {
            Sql.update(
                    connection,
                    HANDED_OVER,
                    clock.instant(),
                    batch.edition(),
                    Sql.ids(connection, handedOver.stream()),
                    batch.id());
        }
        if (handedOver.size() < attempts.size()) {
            writeOthers(connection, batch, attempts);
        }
    }

    private void writeOthers(Connection connection, Batch batch, List<Attempt> attempts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOT_HANDED_OVER)) {
            for (Attempt attempt : attempts) {
                switch (attempt.outcome().result()) {
                    case DEFERRED -> addRetry(statement, batch, attempt);
                    case REFUSED -> addRefusal(statement, batch, attempt);
                    case UNKNOWN -> add(statement, batch, attempt, "UNCERTAIN", 1, whenToResend(attempt));
                    case NOT_BEGUN -> addWait(statement, batch, attempt);
                    case TAKEN -> {
                        // Written already, all in one.
                    }
                }
            }
            statement.executeBatch();
        }
    }

    private void addRetry(PreparedStatement statement, Batch batch, Attempt attempt) throws SQLException {
        Instant next = nextTime(attempt);
        if (isGivenUp(batch, next)) {
            add(statement, batch, attempt, "BOUNCED", 1, null);
        } else {
            add(statement, batch, attempt, "RETRY", 1, next);
        }
    }

    private void addRefusal(PreparedStatement statement, Batch batch, Attempt attempt) throws SQLException {
        add(statement, batch, attempt, "BOUNCED", 1, null);
        bounces.refusedByRelay(
                attempt.subscriber(),
                batch.edition(),
                batch.edition(),
                attempt.outcome().status());
    }

    private void addWait(PreparedStatement statement, Batch batch, Attempt attempt) throws SQLException {
        if (isGivenUp(batch, clock.instant())) {
            add(statement, batch, attempt, "BOUNCED", 0, null);
        } else if (attempt.outcome().retryAfter() != null) {
            add(
                    statement,
                    batch,
                    attempt,
                    "RETRY",
                    0,
                    clock.instant().plus(attempt.outcome().retryAfter()));
        }
    }

    private static void add(
            PreparedStatement statement, Batch batch, Attempt attempt, String state, int attempts, Instant dueAt)
            throws SQLException {
        Sql.bind(
                statement,
                state,
                attempts,
                attempt.outcome().failure(),
                dueAt,
                batch.edition(),
                attempt.subscriber(),
                batch.id(),
                batch.owner());
        statement.addBatch();
    }

    boolean isGivenUp(Batch batch, Instant when) {
        return when.isAfter(batch.closedAt().plus(config.giveUpAfter()));
    }

    private Instant whenToResend(Attempt attempt) {
        return config.uncertain() == DeliveryConfig.Uncertain.RESEND ? nextTime(attempt) : null;
    }

    private Instant nextTime(Attempt attempt) {
        return clock.instant().plus(RetrySchedule.after(attempt.due().attempts() + 1));
    }
}
