package dev.broadsheet.subscription.testing;

import static org.awaitility.Awaitility.await;

import dev.broadsheet.localstack.client.StackProperties;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The service's database, seen from beside the service: by connections of its own, not those of the service's pool. */
public final class Database {

    public Stored stored() {
        awaitEverythingDecided();
        awaitNoMailDue(TestClock.now());
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

    /** The first column of each row. */
    public List<String> texts(String query, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, query, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nobody else reads or writes these tables until it is closed. */
    public AutoCloseable lock(String tables) throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        try (PreparedStatement statement =
                connection.prepareStatement("LOCK TABLE " + tables + " IN ACCESS EXCLUSIVE MODE")) {
            statement.execute();
        }
        return connection::close;
    }

    /** From here on no confirmation mail waits that might go out by then. */
    public void awaitNoMailDue(Instant now) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> number(
                                "SELECT count(*) FROM sign_up WHERE mailed_at IS NULL AND mail_due_at <= ?",
                                OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        == 0);
    }

    /** From here on everything that was asked for before is decided. */
    public void awaitEverythingDecided() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> number("SELECT count(*) FROM incoming_request") == 0);
    }

    /** From here on every event that was appended before is on its topic. */
    public void awaitEverythingPublished() {
        awaitEverythingDecided();
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
