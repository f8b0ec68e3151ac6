package dev.broadsheet.subscription.suppression;

import dev.broadsheet.subscription.paging.Cursor;
import dev.broadsheet.subscription.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** What operators see of the list, and the order in which they and imports change readers. */
@ApplicationScoped
class SuppressionRepository {

    private static final String PAGE = """
            SELECT address_hash, reason, since FROM suppression
            WHERE (since, address_hash) < (?, ?)
            ORDER BY since DESC, address_hash DESC LIMIT ?""";

    private static final String FIND = "SELECT address_hash, reason, since FROM suppression WHERE address_hash = ?";

    private static final String LOCK_OUT_IMPORTS = "SELECT pg_advisory_xact_lock(?)";
    private static final String LOCK_OUT_OPERATORS = "SELECT pg_advisory_xact_lock_shared(?)";

    /** Any number will do, as long as nothing else in the database uses it. */
    private static final long LOCK = 0x7375_7070_7265_7373L;

    private final Session session;

    SuppressionRepository(Session session) {
        this.session = session;
    }

    List<SuppressedAddress> page(PageRequest request) {
        Instant time = request.after().map(Cursor::time).orElse(Cursor.END_OF_TIME);
        byte[] hash = HexFormat.of().parseHex(request.after().map(Cursor::id).orElse(""));
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
                statement.setObject(1, time.atOffset(ZoneOffset.UTC));
                statement.setBytes(2, hash);
                statement.setInt(3, request.rows());
                return read(statement);
            }
        });
    }

    Optional<SuppressedAddress> find(byte[] hash) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setBytes(1, hash);
                return read(statement).stream().findFirst();
            }
        });
    }

    void lockOutImports() {
        session.doWork(connection -> lock(connection, LOCK_OUT_IMPORTS));
    }

    void lockOutOperators() {
        session.doWork(connection -> lock(connection, LOCK_OUT_OPERATORS));
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private static List<SuppressedAddress> read(PreparedStatement statement) throws SQLException {
        List<SuppressedAddress> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new SuppressedAddress(
                        HexFormat.of().formatHex(rows.getBytes("address_hash")),
                        SuppressionReason.valueOf(rows.getString("reason")),
                        rows.getObject("since", OffsetDateTime.class).toInstant()));
            }
        }
        return found;
    }
}
