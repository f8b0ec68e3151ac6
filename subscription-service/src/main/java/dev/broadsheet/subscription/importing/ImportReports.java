package dev.broadsheet.subscription.importing;

import dev.broadsheet.subscription.paging.Cursor;
import dev.broadsheet.subscription.paging.Page;
import dev.broadsheet.subscription.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads how far imports are. */
@ApplicationScoped
class ImportReports {

    private static final String FIND = "SELECT * FROM subscriber_import WHERE id = ?";

    private static final String PAGE = """
            SELECT * FROM subscriber_import WHERE (started_at, id) < (?, ?)
            ORDER BY started_at DESC, id DESC LIMIT ?""";

    private static final String ERRORS = """
            SELECT line, field, code, message FROM subscriber_import_error WHERE import_id = ? ORDER BY position""";

    private static final UUID FIRST_ID = new UUID(0, 0);

    private final DataSource dataSource;
    private final Clock clock;

    ImportReports(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    Optional<ImportReport> find(UUID id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, id);
            Optional<ImportReport> report = read(statement).stream().findFirst();
            return report.isPresent() ? Optional.of(report.get().withErrors(errors(connection, id))) : Optional.empty();
        }
    }

    Page<ImportReport> page(PageRequest request) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PAGE)) {
            Instant time = request.after().map(Cursor::time).orElse(Cursor.END_OF_TIME);
            statement.setObject(1, time.atOffset(ZoneOffset.UTC));
            statement.setObject(
                    2, request.after().map(Cursor::id).map(UUID::fromString).orElse(FIRST_ID));
            statement.setInt(3, request.rows());
            return request.pageOf(
                    read(statement),
                    report -> new Cursor(report.startedAt(), report.id().toString()));
        }
    }

    private static List<RowError> errors(Connection connection, UUID id) throws SQLException {
        List<RowError> errors = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ERRORS)) {
            statement.setObject(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    errors.add(new RowError(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
        }
        return errors;
    }

    private List<ImportReport> read(PreparedStatement statement) throws SQLException {
        List<ImportReport> reports = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reports.add(report(rows));
            }
        }
        return reports;
    }

    private ImportReport report(ResultSet row) throws SQLException {
        Instant start = row.getObject("started_at", OffsetDateTime.class).toInstant();
        OffsetDateTime end = row.getObject("finished_at", OffsetDateTime.class);
        Duration taken = Duration.between(start, end == null ? clock.instant() : end.toInstant());
        long rows = row.getLong("rows_read");
        return new ImportReport(
                row.getObject("id", UUID.class),
                row.getString("format"),
                ImportState.valueOf(row.getString("state")),
                rows,
                row.getLong("imported"),
                row.getLong("unchanged"),
                row.getLong("skipped_suppressed"),
                row.getLong("skipped_unsubscribed"),
                row.getLong("rejected"),
                rows * 1000 / Math.max(1, taken.toMillis()),
                start,
                end == null ? null : end.toInstant(),
                null);
    }
}
