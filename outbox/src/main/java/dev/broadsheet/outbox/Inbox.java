package dev.broadsheet.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Remembers which events have had their effect, in the transaction of the effect. */
@ApplicationScoped
class Inbox {

    private static final String CLAIM =
            "INSERT INTO inbox_event (consumer, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final DataSource dataSource;

    Inbox(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Claims an event for the current transaction. False means that its effect is already in the database. When two
     * replicas get the same event at once, the second waits here until the first has committed or rolled back.
     */
    boolean claim(String consumer, UUID eventId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, consumer);
            statement.setObject(2, eventId);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new OutboxUnavailableException(e);
        }
    }
}
