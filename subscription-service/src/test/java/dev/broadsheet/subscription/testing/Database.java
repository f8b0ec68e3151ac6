package dev.broadsheet.subscription.testing;

import static org.awaitility.Awaitility.await;

import dev.broadsheet.localstack.client.StackProperties;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** The service's database, seen from beside the service: by connections of its own, not those of the service's pool. */
public final class Database {

    public Stored stored() {
        return new Stored(
                number("SELECT count(*) FROM subscriber"),
                number("SELECT count(*) FROM subscription"),
                number("SELECT count(*) FROM sign_up"),
                number("SELECT count(*) FROM outbox_event"));
    }

    public long number(String query, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, query, parameters);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String change, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, change, parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From here on every event that was appended before is on its topic. */
    public void awaitEverythingPublished() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> number("SELECT count(*) FROM outbox_event WHERE sent_at IS NULL") == 0);
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty(StackProperties.JDBC_URL),
                System.getProperty(StackProperties.JDBC_USERNAME),
                System.getProperty(StackProperties.JDBC_PASSWORD));
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
        return statement;
    }
}
