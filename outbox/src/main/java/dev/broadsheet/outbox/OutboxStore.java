package dev.broadsheet.outbox;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.EventType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The SQL of the outbox. Whoever calls it brings the connection and thereby decides the transaction. */
final class OutboxStore {

    /** Kafka's own limit is 1 MiB a record (max.message.bytes); headers and framing need a part of it. */
    static final int MAXIMUM_DATA_BYTES = 900 * 1024;

    private static final String APPEND = """
            INSERT INTO outbox_event (event_id, event_type, topic, record_key, data, traceparent, occurred_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private static final String READ_UNSENT = """
            SELECT sequence, event_id, event_type, topic, record_key, data, traceparent, occurred_at
            FROM outbox_event WHERE sent_at IS NULL ORDER BY sequence LIMIT ?""";

    private static final String MARK_SENT = "UPDATE outbox_event SET sent_at = now() WHERE sequence = ANY (?)";

    private static final String MEASURE_BACKLOG = """
            SELECT count(*), coalesce(extract(epoch FROM now() - min(occurred_at)), 0)
            FROM outbox_event WHERE sent_at IS NULL""";

    /** In slices, so that housekeeping never holds many row locks or a long transaction. */
    private static final String DELETE_SENT = """
            DELETE FROM outbox_event WHERE sequence IN
                (SELECT sequence FROM outbox_event WHERE sent_at < ? ORDER BY sent_at LIMIT 5000)""";

    private static final String FORGET = "DELETE FROM outbox_event WHERE record_key = ?";

    private static final String DELETE_HANDLED = """
            DELETE FROM inbox_event WHERE (consumer, event_id) IN
                (SELECT consumer, event_id FROM inbox_event WHERE handled_at < ? ORDER BY handled_at LIMIT 5000)""";

    void append(Connection connection, List<? extends Event> events, String traceparent, Instant occurredAt)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            for (Event event : events) {
                EventType type = EventType.of(event);
                byte[] data = EventJson.encode(event);
                if (data.length > MAXIMUM_DATA_BYTES) {
                    throw new EventTooLargeException(type, data.length, MAXIMUM_DATA_BYTES);
                }
                statement.setObject(1, Ids.next());
                statement.setString(2, type.name());
                statement.setString(3, type.topic());
                statement.setString(4, event.aggregateId());
                statement.setString(5, new String(data, StandardCharsets.UTF_8));
                statement.setString(6, traceparent);
                statement.setObject(7, OffsetDateTime.ofInstant(occurredAt, ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void forget(Connection connection, String recordKey) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setString(1, recordKey);
            statement.executeUpdate();
        }
    }

    /** The oldest unsent rows, in order. Rows of transactions that commit late are found too: there is no cursor to pass them. */
    List<OutboxRecord> readUnsent(Connection connection, int limit) throws SQLException {
        List<OutboxRecord> records = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(READ_UNSENT)) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    records.add(new OutboxRecord(
                            rows.getLong("sequence"),
                            rows.getObject("event_id", UUID.class),
                            rows.getString("event_type"),
                            rows.getString("topic"),
                            rows.getString("record_key"),
                            rows.getString("data"),
                            rows.getString("traceparent"),
                            rows.getObject("occurred_at", OffsetDateTime.class).toInstant()));
                }
            }
        }
        return records;
    }

    void markSent(Connection connection, List<OutboxRecord> records) throws SQLException {
        Long[] sequences = records.stream().map(OutboxRecord::sequence).toArray(Long[]::new);
        try (PreparedStatement statement = connection.prepareStatement(MARK_SENT)) {
            statement.setArray(1, connection.createArrayOf("bigint", sequences));
            statement.executeUpdate();
        }
    }

    Backlog measureBacklog(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MEASURE_BACKLOG);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Backlog(row.getLong(1), Duration.ofMillis((long) (row.getDouble(2) * 1000)));
        }
    }

    int deleteSentBefore(Connection connection, Instant limit) throws SQLException {
        return deleteBefore(connection, DELETE_SENT, limit);
    }

    int deleteHandledBefore(Connection connection, Instant limit) throws SQLException {
        return deleteBefore(connection, DELETE_HANDLED, limit);
    }

    private static int deleteBefore(Connection connection, String sql, Instant limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, OffsetDateTime.ofInstant(limit, ZoneOffset.UTC));
            return statement.executeUpdate();
        }
    }

    /**
     * @param rows events that have still to reach Kafka
     * @param age how long the oldest of them has waited
     */
    record Backlog(long rows, Duration age) {}
}
