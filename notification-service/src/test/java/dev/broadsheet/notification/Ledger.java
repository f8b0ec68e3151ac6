package dev.broadsheet.notification;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Looks into the service's database, as an operator would. */
final class Ledger {

    private Ledger() {}

    static long count(String query, Object... parameters) {
        return Long.parseLong(string(query, parameters));
    }

    /** The one value that the query finds. */
    static String string(String query, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            bind(statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void awaitMembers(String newsletter, long members) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("SELECT count(*) FROM audience_member WHERE newsletter = ?", newsletter) == members);
    }

    static void awaitEditionSent(String newsletter) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        count("SELECT count(*) FROM edition WHERE newsletter = ? AND state = 'SENT'", newsletter) == 1);
    }

    /** The relay was asked and is not there: a delivery waits for its next time, or a whole batch for the relay. */
    static void awaitPutOff(String newsletter) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> deliveries(newsletter, "RETRY") > 0
                        || count(
                                        "SELECT count(*) FROM delivery_batch JOIN edition ON edition.id = edition_id"
                                                + " WHERE newsletter = ? AND delivery_batch.state = 'WAITING'"
                                                + " AND due_at > now()",
                                        newsletter)
                                > 0);
    }

    static void awaitHandled(UUID eventId) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("SELECT count(*) FROM inbox_event WHERE event_id = ?", eventId) == 1);
    }

    /** The tables with a row that holds one of these texts, in whatever column. */
    static List<String> tablesHolding(String... texts) {
        return tables().stream()
                .filter(table -> Arrays.stream(texts)
                        .anyMatch(text -> count(
                                        "SELECT count(*) FROM " + table
                                                + " AS held WHERE held::text LIKE '%' || ? || '%'",
                                        text)
                                > 0))
                .toList();
    }

    private static List<String> tables() {
        String names = string("SELECT string_agg(quote_ident(table_name), ',' ORDER BY table_name)"
                + " FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'");
        return List.of(names.split(","));
    }

    static long deliveries(String newsletter, String state) {
        return count(
                "SELECT count(*) FROM delivery JOIN edition ON edition.id = edition_id"
                        + " WHERE newsletter = ? AND delivery.state = ?",
                newsletter,
                state);
    }

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("quarkus.datasource.jdbc.url"),
                System.getProperty("quarkus.datasource.username"),
                System.getProperty("quarkus.datasource.password"));
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
