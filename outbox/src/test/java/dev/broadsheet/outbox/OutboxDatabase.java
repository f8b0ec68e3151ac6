package dev.broadsheet.outbox;

import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** The outbox's tables in the test JVM's real database, without Quarkus around them. */
final class OutboxDatabase {

    private final OutboxStore store = new OutboxStore();
    private final DataSource dataSource;

    private OutboxDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    static OutboxDatabase migrated() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(System.getProperty("quarkus.datasource.jdbc.url"));
        dataSource.setUser(System.getProperty("quarkus.datasource.username"));
        dataSource.setPassword(System.getProperty("quarkus.datasource.password"));
        Flyway.configure().dataSource(dataSource).locations("db/outbox").load().migrate();
        return new OutboxDatabase(dataSource);
    }

    DataSource dataSource() {
        return dataSource;
    }

    OutboxRelay relay(String source) {
        return new OutboxRelay(
                dataSource,
                Map.of("bootstrap.servers", System.getProperty("kafka.bootstrap.servers")),
                new RelaySettings(source),
                Clock.systemUTC());
    }

    /** An open transaction that the test ends itself. */
    Connection begin() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** Appends an event of that subscriber whose only newsletter is the given word, so that a test can tell events apart. */
    void append(Connection connection, UUID subscriber, String word) throws SQLException {
        Instant now = Instant.now();
        store.append(
                connection,
                List.of(new SubscriptionCancelled(
                        subscriber, List.of(word), SubscriptionCancelled.Reason.ONE_CLICK, now)),
                null,
                now);
    }

    void appendCommitted(UUID subscriber, String word) {
        try (Connection connection = begin()) {
            append(connection, subscriber, word);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String query) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long waiting() {
        return count("SELECT count(*) FROM outbox_event WHERE sent_at IS NULL");
    }

    /** Cuts the connection that holds the lead, as a network would: its relay goes on for a moment without knowing. */
    void cutTheLead() {
        execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted");
    }

    /** Short times, so that a test waits for the thing itself and not for its timer. */
    private record RelaySettings(String source) implements OutboxConfig {

        @Override
        public Duration pollInterval() {
            return Duration.ofMillis(50);
        }

        @Override
        public int batchSize() {
            return 50;
        }

        @Override
        public Duration retryDelay() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration sentRetention() {
            return Duration.ofHours(24);
        }

        @Override
        public Duration inboxRetention() {
            return Duration.ofDays(40);
        }
    }
}
