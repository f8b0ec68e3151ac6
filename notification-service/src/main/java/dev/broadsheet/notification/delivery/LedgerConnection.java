package dev.broadsheet.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The connection of the transaction under way. */
@ApplicationScoped
class LedgerConnection {

    private final DataSource dataSource;

    LedgerConnection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    <T> T with(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.in(connection);
        } catch (SQLException e) {
            throw new LedgerUnavailableException(e);
        }
    }

    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }
}
