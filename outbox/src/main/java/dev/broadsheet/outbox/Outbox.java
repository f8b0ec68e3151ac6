package dev.broadsheet.outbox;

import dev.broadsheet.contracts.Event;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/**
 * Publishes events as part of a change: the event is a row in the transaction of the change, and a relay sends it to
 * Kafka after the commit. What is rolled back is never published; what is committed is published at least once, whatever
 * dies next, with the same event id each time.
 *
 * <p>Events of one aggregate reach Kafka in the order of their {@code append} calls, provided that the transactions that
 * made them did not overlap: whoever changes an aggregate locks its row first. Nothing is promised between aggregates.
 */
@ApplicationScoped
public class Outbox {

    private final OutboxStore store = new OutboxStore();
    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final OutboxBell bell;
    private final Clock clock;

    Outbox(DataSource dataSource, TransactionSynchronizationRegistry transactions, OutboxBell bell, Clock clock) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.bell = bell;
        this.clock = clock;
    }

    /**
     * Adds an event to the current transaction.
     *
     * @throws IllegalStateException outside a transaction
     * @throws EventTooLargeException if no topic would take the event (its JSON is over 900 KiB)
     */
    public void append(Event event) {
        append(List.of(event));
    }

    /**
     * Adds events to the current transaction, in this order; many cost little more than one.
     *
     * @throws IllegalStateException outside a transaction
     * @throws EventTooLargeException if no topic would take one of them (its JSON is over 900 KiB)
     */
    public void append(List<? extends Event> events) {
        requireTransaction("An event is appended in the transaction of the change that it tells of");
        if (events.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            store.append(connection, events, currentTraceparent(), clock.instant());
        } catch (SQLException e) {
            throw new OutboxUnavailableException(e);
        }
        transactions.registerInterposedSynchronization(new RingAfterCommit(bell));
    }

    /**
     * Deletes what is still here of an aggregate's events, sent or not, in the current transaction: for a subject that is
     * being erased. Those that were not sent are not sent any more (unless the relay has them in hand at this moment), so the
     * event that tells of the erasure is appended after this call.
     *
     * @param aggregateId as in {@link Event#aggregateId()}
     * @throws IllegalStateException outside a transaction
     */
    public void forget(String aggregateId) {
        requireTransaction("Events are forgotten in the transaction that erases their subject");
        try (Connection connection = dataSource.getConnection()) {
            store.forget(connection, aggregateId);
        } catch (SQLException e) {
            throw new OutboxUnavailableException(e);
        }
    }

    private void requireTransaction(String otherwise) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** The W3C trace context of the span under way, or null. */
    private static String currentTraceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    private record RingAfterCommit(OutboxBell bell) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Nothing to do before the commit.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                bell.ring();
            }
        }
    }
}
