package dev.broadsheet.benchmarks.signups;

import dev.broadsheet.benchmarks.pgbench.Pgbench;
import dev.broadsheet.benchmarks.pgbench.PgbenchResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The same rows by a client that does nothing else, each sign-up in a durable transaction of its own, into tables that are
 * copies of the service's: on the same server, with the same columns, checks, indexes and references.
 */
final class Yardstick {

    static final String SCHEMA = "yardstick";

    private static final String INSERTS = "/benchmarks/signup.sql";
    private static final List<String> TABLES =
            List.of("newsletter", "subscriber", "subscription", "sign_up", "outbox_event");

    /** What LIKE leaves out. The names in it are those of the copies by the time it runs. */
    private static final String REFERENCES = """
            SELECT format('ALTER TABLE %%I ADD %%s', relname, pg_get_constraintdef(pg_constraint.oid))
            FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
            WHERE contype = 'f' AND conrelid IN (%s)""";

    private static final String HEAD = """
            \\set n :n + 1
            \\set reader :n * 1000 + :client_id
            \\set domain :reader % 2000
            """;

    /** Numbers of a run stay below those of the next. */
    private static final long RUN = 1_000_000_000L;

    private final Pgbench pgbench;
    private final Database database;
    private final Path byStatement;
    private final Path inOneTrip;
    private int runs;

    Yardstick(Pgbench pgbench, Database database, Path folder) {
        this.pgbench = pgbench;
        this.database = database;
        String transaction = "BEGIN;\n" + inserts() + "COMMIT;\n";
        this.byStatement = write(folder.resolve("by-statement.sql"), HEAD + transaction);
        this.inOneTrip =
                write(folder.resolve("in-one-trip.sql"), HEAD + "\\startpipeline\n" + transaction + "\\endpipeline\n");
    }

    /** Copies the tables, without rows. */
    void prepare() {
        List<String> references = database.texts(REFERENCES.formatted(String.join(
                ", ", TABLES.stream().map(table -> "'" + table + "'::regclass").toList())));
        database.run("CREATE SCHEMA " + SCHEMA);
        database.run("SET search_path = " + SCHEMA);
        TABLES.forEach(table -> database.run("CREATE TABLE " + table + " (LIKE public." + table + " INCLUDING ALL)"));
        references.forEach(database::run);
        database.run("INSERT INTO newsletter SELECT * FROM public.newsletter");
        database.run("RESET search_path");
    }

    /** As most programs do it: the next statement when the one before was answered. */
    PgbenchResult byStatement(int seconds) {
        return run(byStatement, seconds);
    }

    /** All statements of a transaction travel together: what is left is the server's work. */
    PgbenchResult inOneTrip(int seconds) {
        return run(inOneTrip, seconds);
    }

    private PgbenchResult run(Path script, int seconds) {
        runs++;
        return pgbench.run(
                script, seconds, Map.of("n", Long.toString(runs * RUN / 1000), "data", database.newestEvent()));
    }

    private static String inserts() {
        try (InputStream content = Yardstick.class.getResourceAsStream(INSERTS)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String content) {
        try {
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
