package dev.broadsheet.benchmarks.signups;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service's own database, looked at from beside it. One thread at a time. */
final class Database implements AutoCloseable {

    static final String SUBSCRIPTION = "subscription";
    static final String NOTIFICATION = "notification";
    /** Trusted on this machine, and its connections are free when the service's are not. */
    static final String USER = "postgres";

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final String COUNT_QUEUE = "SELECT count(*) FROM incoming_request";
    private static final String IS_QUEUE_EMPTY = "SELECT NOT EXISTS (SELECT FROM incoming_request)";
    private static final String IS_RELAYED = "SELECT NOT EXISTS (SELECT FROM outbox_event WHERE sent_at IS NULL)";
    private static final String COUNT_SIGN_UPS = "SELECT count(*) FROM sign_up";
    private static final String COUNT_HELD = "SELECT coalesce(sum(times), 0) FROM held_sign_up";
    private static final String NEWEST_EVENT = """
            SELECT data FROM outbox_event WHERE event_type = 'SUBSCRIPTION_CREATED'
            ORDER BY sequence DESC LIMIT 1""";
    private static final String ARE_MAILS_SENT = "SELECT EXISTS (SELECT FROM reader_mail WHERE state = 'SENT')";
    private static final long PAUSE_MILLISECONDS = 10;

    private final Connection connection;

    Database(int port, String name) {
        try {
            connection =
                    DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=" + USER);
        } catch (SQLException e) {
            throw new BenchmarkFailure("Cannot reach the newsroom's PostgreSQL", e);
        }
    }

    /** What makes a commit last, and the server's version; a server that would forget commits breaks the run. */
    Map<String, String> requireDurable() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : DURABLE) {
            settings.put(name, text("SHOW " + name));
            if (!settings.get(name).equals("on")) {
                throw new BenchmarkFailure("PostgreSQL's " + name + " is " + settings.get(name)
                        + ": its commits would not be on disk, and nothing could be said of sign-ups that are");
            }
        }
        settings.put("wal_sync_method", text("SHOW wal_sync_method"));
        settings.put("version", text("SHOW server_version"));
        return settings;
    }

    /** Sign-ups that were answered and are not decided yet. */
    long queueLength() {
        return Long.parseLong(text(COUNT_QUEUE));
    }

    long signUps() {
        return Long.parseLong(text(COUNT_SIGN_UPS));
    }

    /** Sign-ups that wait for an operator, and so have made nothing else. */
    long held() {
        return Long.parseLong(text(COUNT_HELD));
    }

    /** What a sign-up's event says, as the service wrote it. */
    String newestEvent() {
        return text(NEWEST_EVENT);
    }

    void awaitEmptyQueue(Duration limit) {
        await(IS_QUEUE_EMPTY, limit, "the sign-ups were not all decided");
    }

    /** Until all events are on Kafka: their way there must not fall into the next measurement. */
    void awaitRelayed(Duration limit) {
        await(IS_RELAYED, limit, "the events were not all sent to Kafka");
    }

    /** Of notification-service's. */
    void awaitMails(Duration limit) {
        await(ARE_MAILS_SENT, limit, "no mail was sent");
    }

    /** Everybody begins behind one, so that none falls into the measurement of one and not of another. */
    void checkpoint() {
        run("CHECKPOINT");
    }

    void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new BenchmarkFailure("PostgreSQL refused: " + sql, e);
        }
    }

    /** The first column of all rows. */
    List<String> texts(String query) {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new BenchmarkFailure("PostgreSQL refused: " + query, e);
        }
        return texts;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new BenchmarkFailure("Cannot leave PostgreSQL", e);
        }
    }

    private String text(String query) {
        List<String> texts = texts(query);
        if (texts.isEmpty()) {
            throw new BenchmarkFailure("PostgreSQL has nothing for: " + query);
        }
        return texts.get(0);
    }

    private void await(String condition, Duration limit, String otherwise) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!text(condition).equals("t")) {
                if (System.nanoTime() - end > 0) {
                    throw new BenchmarkFailure("Within " + limit.toSeconds() + " s " + otherwise);
                }
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted", e);
        }
    }
}
