package dev.broadsheet.subscription.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Writes how far imports are. What runs is told by its row alone, so that any replica can answer for it. */
@ApplicationScoped
class ImportStore {

    private static final String START = """
            INSERT INTO subscriber_import (id, format, state, started_at, heartbeat_at)
            VALUES (?, ?, 'RUNNING', ?, ?)""";

    private static final String ADVANCE = """
            UPDATE subscriber_import
            SET rows_read = rows_read + ?, imported = imported + ?, unchanged = unchanged + ?,
                skipped_suppressed = skipped_suppressed + ?, skipped_unsubscribed = skipped_unsubscribed + ?,
                rejected = rejected + ?, heartbeat_at = ?
            WHERE id = ? AND state = 'RUNNING'""";

    private static final String KEEP_ERROR = """
            INSERT INTO subscriber_import_error (import_id, position, line, field, code, message)
            SELECT ?, (SELECT count(*) FROM subscriber_import_error WHERE import_id = ?) + error.number,
                   error.line::bigint, error.field, error.code, error.message
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
                WITH ORDINALITY AS error (line, field, code, message, number)""";

    private static final String FINISH = """
            UPDATE subscriber_import SET state = ?, finished_at = ?, heartbeat_at = ?
            WHERE id = ? AND state = 'RUNNING'""";

    private static final String ABANDON = """
            UPDATE subscriber_import SET state = 'ABORTED', finished_at = heartbeat_at
            WHERE state = 'RUNNING' AND heartbeat_at < ?""";

    void start(Connection connection, UUID id, ImportFormat format, Instant now) throws SQLException {
        execute(connection, START, id, format.name(), now, now);
    }

    /** False if somebody has declared the import dead in the meantime. */
    boolean advance(Connection connection, UUID id, Chunk chunk, List<Outcome> outcomes, Instant now)
            throws SQLException {
        if (!chunk.errors().isEmpty()) {
            keepErrors(connection, id, chunk.errors());
        }
        return execute(
                        connection,
                        ADVANCE,
                        chunk.rows(),
                        Collections.frequency(outcomes, Outcome.IMPORTED),
                        Collections.frequency(outcomes, Outcome.UNCHANGED),
                        Collections.frequency(outcomes, Outcome.SKIPPED_SUPPRESSED),
                        Collections.frequency(outcomes, Outcome.SKIPPED_UNSUBSCRIBED),
                        chunk.rejected(),
                        now,
                        id)
                == 1;
    }

    void finish(Connection connection, UUID id, ImportState state, Instant now) throws SQLException {
        execute(connection, FINISH, state.name(), now, now, id);
    }

    /** How many imports were given up because nothing was heard of them since then. */
    int abandon(Connection connection, Instant silentSince) throws SQLException {
        return execute(connection, ABANDON, silentSince);
    }

    private static void keepErrors(Connection connection, UUID id, List<RowError> errors) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEEP_ERROR)) {
            statement.setObject(1, id);
            statement.setObject(2, id);
            statement.setArray(3, SqlArrays.texts(connection, errors, RowError::line));
            statement.setArray(4, SqlArrays.texts(connection, errors, RowError::field));
            statement.setArray(5, SqlArrays.texts(connection, errors, RowError::code));
            statement.setArray(6, SqlArrays.texts(connection, errors, RowError::message));
            statement.executeUpdate();
        }
    }

    private static int execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                Object parameter = parameters[index];
                statement.setObject(
                        index + 1, parameter instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : parameter);
            }
            return statement.executeUpdate();
        }
    }
}
