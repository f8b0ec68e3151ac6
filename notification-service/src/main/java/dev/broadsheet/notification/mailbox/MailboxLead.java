package dev.broadsheet.notification.mailbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The right to read the mailbox: a PostgreSQL advisory lock, gone with its connection, so that one replica reads at a time. */
final class MailboxLead implements AutoCloseable {

    /** Any number will do, as long as all replicas use the same and nothing else in the database does. */
    private static final long LOCK = 0x6d61_696c_626f_7879L;

    private final Connection connection;

    private MailboxLead(Connection connection) {
        this.connection = connection;
    }

    /** The lead, or empty if another replica has it. */
    static Optional<MailboxLead> tryToTake(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        boolean taken = false;
        try {
            taken = ask(connection, "SELECT pg_try_advisory_lock(?)");
            return taken ? Optional.of(new MailboxLead(connection)) : Optional.empty();
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            ask(connection, "SELECT pg_advisory_unlock(?)");
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
