package dev.broadsheet.subscription.held;

import dev.broadsheet.subscription.paging.Cursor;
import dev.broadsheet.subscription.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The rows of sign-ups that were held. Whoever holds them writes them elsewhere. */
@ApplicationScoped
class HeldSignUpRepository {

    private static final String PAGE = """
            SELECT id, reason, email, split_part(email_key, '@', -1) AS domain, newsletters, received_at, held_at, times
            FROM held_sign_up
            WHERE (held_at, id) < (?, ?)
            ORDER BY held_at DESC, id DESC LIMIT ?""";

    /** One statement, so that it is in one place or the other, whatever happens, and never in both. */
    private static final String RELEASE = """
            WITH freed AS (DELETE FROM held_sign_up WHERE id = :id RETURNING *)
            INSERT INTO incoming_request
                (id, kind, email, email_key, newsletters, locale, zone, source_form, source_page, suspicion, released,
                 received_at)
            SELECT id, 'SIGN_UP', email, email_key, newsletters, locale, zone, source_form, source_page, NULL, true,
                   received_at
            FROM freed""";

    private static final String DELETE = "DELETE FROM held_sign_up WHERE id = :id";

    private static final String DELETE_ALL_OF = """
            DELETE FROM held_sign_up
            WHERE (CAST(:reason AS text) IS NULL OR reason = :reason)
              AND (CAST(:domain AS text) IS NULL OR split_part(email_key, '@', -1) = :domain)""";

    private static final String DELETE_OLD = "DELETE FROM held_sign_up WHERE held_at < :limit";

    private static final UUID FIRST_ID = new UUID(0, 0);

    private final Session session;

    HeldSignUpRepository(Session session) {
        this.session = session;
    }

    List<HeldSignUp> page(PageRequest request) {
        Instant time = request.after().map(Cursor::time).orElse(Cursor.END_OF_TIME);
        UUID id = request.after().map(Cursor::id).map(UUID::fromString).orElse(FIRST_ID);
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
                statement.setObject(1, time.atOffset(ZoneOffset.UTC));
                statement.setObject(2, id);
                statement.setInt(3, request.rows());
                return read(statement);
            }
        });
    }

    /** False if there is none of this id. */
    boolean release(UUID id) {
        return session.createNativeMutationQuery(RELEASE).setParameter("id", id).executeUpdate() == 1;
    }

    void delete(UUID id) {
        session.createNativeMutationQuery(DELETE).setParameter("id", id).executeUpdate();
    }

    /** Those of this reason and this domain; null means any. */
    int deleteAllOf(String reason, String domain) {
        return session.createNativeMutationQuery(DELETE_ALL_OF)
                .setParameter("reason", reason, String.class)
                .setParameter("domain", domain, String.class)
                .executeUpdate();
    }

    int deleteHeldBefore(Instant limit) {
        return session.createNativeMutationQuery(DELETE_OLD)
                .setParameter("limit", limit)
                .executeUpdate();
    }

    private static List<HeldSignUp> read(PreparedStatement statement) throws SQLException {
        List<HeldSignUp> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new HeldSignUp(
                        rows.getObject("id", UUID.class),
                        rows.getString("reason"),
                        HeldSignUp.masked(rows.getString("email")),
                        rows.getString("domain"),
                        List.of((String[]) rows.getArray("newsletters").getArray()),
                        rows.getObject("received_at", OffsetDateTime.class).toInstant(),
                        rows.getObject("held_at", OffsetDateTime.class).toInstant(),
                        rows.getInt("times")));
            }
        }
        return found;
    }
}
