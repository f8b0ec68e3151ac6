package dev.broadsheet.benchmarks.postgres;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service's own database, looked at from beside it. One thread at a time. */
public final class Postgres implements AutoCloseable {

    /** Trusted on this machine, and its connections are free when the service's are not. */
    public static final String USER = "postgres";

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final long PAUSE_MILLISECONDS = 10;

    private final String url;
    private Connection connection;

    public Postgres(int port, String name) {
        this.url = "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=" + USER;
        connect();
    }

    /** Once more: the server was stopped meanwhile. */
    public void connect() {
        try {
            connection = DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new BenchmarkFailure("Cannot reach the newsroom's PostgreSQL", e);
        }
    }

    /** What makes a commit last, and the server's version; a server that would forget commits breaks the run. */
    public Map<String, String> requireDurable() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : DURABLE) {
            settings.put(name, text("SHOW " + name));
            if (!settings.get(name).equals("on")) {
                throw new BenchmarkFailure("PostgreSQL's " + name + " is " + settings.get(name)
                        + ": its commits would not be on disk, and nothing could be said of work that is");
            }
        }
        settings.put("wal_sync_method", text("SHOW wal_sync_method"));
        settings.put("version", text("SHOW server_version"));
        return settings;
    }

    /** Everybody begins behind one, so that none falls into the measurement of one and not of another. */
    public void checkpoint() {
        run("CHECKPOINT");
    }

    public void run(String sql, Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new BenchmarkFailure("PostgreSQL refused: " + sql, e);
        }
    }

    /** The first column of all rows. */
    public List<String> texts(String query, Object... parameters) {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = prepared(query, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new BenchmarkFailure("PostgreSQL refused: " + query, e);
        }
        return texts;
    }

    public String text(String query, Object... parameters) {
        List<String> texts = texts(query, parameters);
        if (texts.isEmpty()) {
            throw new BenchmarkFailure("PostgreSQL has nothing for: " + query);
        }
        return texts.get(0);
    }

    public long number(String query, Object... parameters) {
        return Long.parseLong(text(query, parameters));
    }

    /**
     * Asks until the answer is true.
     *
     * @param otherwise what to say if it never is
     */
    public void await(String condition, Duration limit, String otherwise, Object... parameters) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!text(condition, parameters).equals("t")) {
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

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new BenchmarkFailure("Cannot leave PostgreSQL", e);
        }
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
