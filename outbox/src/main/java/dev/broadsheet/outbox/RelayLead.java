package dev.broadsheet.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The right to relay: a PostgreSQL advisory lock on a connection of its own. The database takes it away at once when the
 * process or the connection dies.
 */
final class RelayLead implements AutoCloseable {

    /** Any number will do, as long as all replicas use the same and nothing else in the database does. */
    private static final long LOCK = 0x6272_6f61_6473_6874L;

    private final Connection connection;

    private RelayLead(Connection connection) {
        this.connection = connection;
    }

    /** The lead, or empty if another relay has it. */
    static Optional<RelayLead> tryToTake(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            if (lock(connection)) {
                execute(connection, "LISTEN " + OutboxBell.CHANNEL);
                return Optional.of(new RelayLead(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            release(connection);
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    /** Returns at a ring of the bell or after the time, whichever is first. */
    void awaitRing(Duration atMost) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis());
    }

    @Override
    public void close() throws SQLException {
        release(connection);
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** The connection goes back to a pool: it must take neither the lock nor the subscription with it. */
    private static void release(Connection connection) throws SQLException {
        try (connection) {
            execute(connection, "SELECT pg_advisory_unlock_all()");
            execute(connection, "UNLISTEN *");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
