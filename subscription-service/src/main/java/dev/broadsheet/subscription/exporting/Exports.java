package dev.broadsheet.subscription.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Streams readers out of the database as they are at the moment it begins, in constant memory. */
@ApplicationScoped
class Exports {

    private static final Logger LOG = Logger.getLogger(Exports.class);

    /**
     * A reader's confirmed newsletters come first: an import takes a reader who has only left newsletters for one who has
     * left altogether. Where the reader confirmed a mail from here, that mail was the source of the consent.
     */
    private static final String ROWS = """
            SELECT reader.id, reader.email, reader.locale, reader.zone, subscription.status, subscription.consented_at,
                   subscription.consent_source, subscription.newsletters
            FROM subscriber reader
            JOIN LATERAL (
                SELECT CASE WHEN reader.state IN ('UNDELIVERABLE', 'COMPLAINED') OR s.state = 'CANCELLED' THEN 'UNSUBSCRIBED'
                            WHEN s.state = 'CONFIRMED' THEN 'CONFIRMED' ELSE 'UNCONFIRMED' END AS status,
                       CASE WHEN s.state = 'CONFIRMED' THEN coalesce(s.consented_at, s.confirmed_at) END AS consented_at,
                       CASE WHEN s.state = 'CONFIRMED' THEN coalesce(s.consent_source, 'confirmed by mail') END
                           AS consent_source,
                       coalesce(array_agg(s.newsletter ORDER BY s.newsletter) FILTER (WHERE s.newsletter IS NOT NULL), '{}')
                           AS newsletters
                FROM (SELECT 1) AS one
                LEFT JOIN (SELECT * FROM subscription
                           WHERE subscriber_id = reader.id
                             AND (newsletter = ?::text
                                  OR ?::text IS NULL
                                     AND newsletter NOT IN (SELECT slug FROM newsletter WHERE archived))) AS s ON true
                GROUP BY 1, 2, 3
            ) AS subscription ON true
            WHERE (?::text IS NULL OR subscription.newsletters <> '{}')
              AND (?::text IS NULL OR subscription.status = ?::text)
            ORDER BY reader.id, subscription.status, subscription.consented_at, subscription.consent_source""";

    /** Rows in memory at a time. */
    private static final int FETCH = 1_000;

    private final DataSource dataSource;
    private final ObjectMapper json;

    Exports(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    void writeCsv(ExportFilter filter, OutputStream out) throws IOException {
        write(filter, new CsvRowWriter(out));
    }

    void writeNdjson(ExportFilter filter, OutputStream out) throws IOException {
        write(filter, new NdjsonRowWriter(out, json));
    }

    private void write(ExportFilter filter, RowWriter writer) throws IOException {
        long rows = 0;
        try (Connection connection = dataSource.getConnection()) {
            // Only in a transaction does the driver read through a cursor; otherwise it fetches all rows first.
            connection.setAutoCommit(false);
            try {
                rows = write(connection, filter, writer);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IOException("The database broke off the export", e);
        }
        writer.finish();
        LOG.infof("event=export.done rows=%d", rows);
    }

    private static long write(Connection connection, ExportFilter filter, RowWriter writer)
            throws SQLException, IOException {
        long count = 0;
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setFetchSize(FETCH);
            statement.setString(1, filter.newsletter());
            statement.setString(2, filter.newsletter());
            statement.setString(3, filter.newsletter());
            statement.setString(4, filter.status());
            statement.setString(5, filter.status());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    writer.write(read(rows));
                    count++;
                }
            }
        }
        return count;
    }

    private static ExportedRow read(ResultSet row) throws SQLException {
        boolean isConfirmed = row.getString("status").equals("CONFIRMED");
        return new ExportedRow(
                row.getString("email"),
                List.of((String[]) row.getArray("newsletters").getArray()),
                row.getString("status"),
                isConfirmed
                        ? row.getObject("consented_at", OffsetDateTime.class)
                                .toInstant()
                                .toString()
                        : null,
                isConfirmed ? row.getString("consent_source") : null,
                row.getString("locale"),
                row.getString("zone"));
    }
}
