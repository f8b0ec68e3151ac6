package dev.broadsheet.subscription.incoming;

import dev.broadsheet.subscription.address.EmailAddress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows of {@code incoming_request}. */
@ApplicationScoped
class IncomingQueue {

    private static final String INSERT = """
            INSERT INTO incoming_request (id, kind, email, email_key, newsletters, locale, zone, source_form, source_page,
                suspicion, received_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** Each row goes to one replica; what its transaction does not commit is there again for the next. */
    private static final String TAKE = """
            DELETE FROM incoming_request WHERE id IN
                (SELECT id FROM incoming_request ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING *""";

    private static final String REMOVE = "DELETE FROM incoming_request WHERE id = ?";

    private static final String COUNT = "SELECT count(*) FROM incoming_request";

    private final DataSource dataSource;

    IncomingQueue(DataSource dataSource, MeterRegistry registry) {
        this.dataSource = dataSource;
        Gauge.builder("broadsheet.incoming.requests.waiting", this, IncomingQueue::length)
                .register(registry);
    }

    /** On disk when this returns, or with the caller's transaction. */
    void store(IncomingRequest request) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, request.id());
            statement.setString(2, request.kind().name());
            statement.setString(3, request.address().typed());
            statement.setString(4, request.address().key());
            statement.setArray(
                    5, connection.createArrayOf("text", request.newsletters().toArray()));
            statement.setString(6, request.locale());
            statement.setString(7, request.zone());
            statement.setString(8, request.form());
            statement.setString(9, request.page());
            statement.setString(10, request.suspicion());
            statement.setObject(11, OffsetDateTime.ofInstant(request.receivedAt(), ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** Up to so many of the oldest, removed in the transaction of the caller. */
    @Transactional(TxType.MANDATORY)
    List<IncomingRequest> take(int most) {
        List<IncomingRequest> taken = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setInt(1, most);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taken.add(read(rows));
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
        taken.sort(Comparator.comparing(request -> request.id().toString()));
        return taken;
    }

    /** False if it has left the queue meanwhile. In the transaction of the caller. */
    @Transactional(TxType.MANDATORY)
    boolean remove(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(REMOVE)) {
            statement.setObject(1, id);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private double length() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNT);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            // Unknown while the database is away; the gauge must not make a scrape fail.
            return Double.NaN;
        }
    }

    private static IncomingRequest read(ResultSet row) throws SQLException {
        return new IncomingRequest(
                row.getObject("id", UUID.class),
                IncomingKind.valueOf(row.getString("kind")),
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                texts(row.getArray("newsletters")),
                row.getString("locale"),
                row.getString("zone"),
                row.getString("source_form"),
                row.getString("source_page"),
                row.getString("suspicion"),
                row.getBoolean("released"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
