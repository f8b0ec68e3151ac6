package dev.broadsheet.subscription.importing;

import dev.broadsheet.outbox.TransientFailure;
import dev.broadsheet.subscription.suppression.Suppressions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Imports chunks, each in a transaction that also says so: what the report counts is what is there. */
@ApplicationScoped
class ChunkWriter {

    /** A chunk takes tenths of a second; where it waits for a lock, or for a slow disk, it may take longer. */
    private static final int TIMEOUT_SECONDS = (int) Duration.ofMinutes(1).toSeconds();

    private static final int ATTEMPTS = 3;

    private final DataSource dataSource;
    private final ImportStore imports;
    private final RoundWriter rounds;
    private final Suppressions suppressions;
    private final Clock clock;

    ChunkWriter(
            DataSource dataSource, ImportStore imports, RoundWriter rounds, Suppressions suppressions, Clock clock) {
        this.dataSource = dataSource;
        this.imports = imports;
        this.rounds = rounds;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    UUID start(UUID id, ImportFormat format) {
        inTransaction(connection -> imports.start(connection, id, format, now()));
        return id;
    }

    /** Tries again where it collided with somebody else's transaction. */
    void write(UUID id, Chunk chunk) {
        for (int attempt = 1; ; attempt++) {
            try {
                inTransaction(connection -> write(connection, id, chunk));
                return;
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !TransientFailure.isCauseOf(e)) {
                    throw e;
                }
            }
        }
    }

    void finish(UUID id, ImportState state) {
        inTransaction(connection -> imports.finish(connection, id, state, now()));
    }

    int abandon(Duration silence) {
        int[] abandoned = new int[1];
        inTransaction(connection -> abandoned[0] = imports.abandon(connection, now().minus(silence)));
        return abandoned[0];
    }

    private void write(Connection connection, UUID id, Chunk chunk) throws SQLException {
        suppressions.holdStill();
        List<Outcome> outcomes = new ArrayList<>();
        for (List<ImportRow> round : chunk.rounds()) {
            outcomes.addAll(rounds.write(connection, round, now()));
        }
        if (!imports.advance(connection, id, chunk, outcomes, now())) {
            throw new ImportAbandonedException();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void inTransaction(Work work) {
        QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(() -> {
            try (Connection connection = dataSource.getConnection()) {
                work.on(connection);
            } catch (SQLException e) {
                throw new ImportFailedException(e);
            }
        });
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
