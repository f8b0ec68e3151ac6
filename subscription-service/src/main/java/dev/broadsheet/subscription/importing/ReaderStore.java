package dev.broadsheet.subscription.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Readers and their subscriptions by the thousand: one statement a step, however many rows. */
@ApplicationScoped
class ReaderStore {

    /** In one order, so that two imports that meet wait for each other and never both. */
    private static final String LOCK = """
            SELECT id, email, email_key, state, locale, zone FROM subscriber
            WHERE email_key = ANY (?) ORDER BY email_key FOR UPDATE""";

    private static final String INSERT = """
            INSERT INTO subscriber (id, email, email_key, state, locale, zone, created_at, updated_at)
            SELECT row.id, row.email, row.email_key, row.state, row.locale, row.zone, ?, ?
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                AS row (id, email, email_key, state, locale, zone)
            ON CONFLICT (email_key) DO NOTHING
            RETURNING id""";

    private static final String DELETE = "DELETE FROM subscriber WHERE id = ANY (?)";

    private static final String SUBSCRIPTIONS =
            "SELECT subscriber_id, newsletter, state FROM subscription WHERE subscriber_id = ANY (?)";

    /** A subscription that is there is touched only where consent that was still open is proven now. */
    private static final String ADD = """
            INSERT INTO subscription (subscriber_id, newsletter, state, requested_at, confirmed_at, cancelled_at,
                                      consented_at, consent_source)
            SELECT row.subscriber_id, row.newsletter, row.state, now.time,
                   CASE row.state WHEN 'CONFIRMED' THEN now.time END, CASE row.state WHEN 'CANCELLED' THEN now.time END,
                   row.consented_at::timestamptz, row.consent_source
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                     AS row (subscriber_id, newsletter, state, consented_at, consent_source),
                 (SELECT ?::timestamptz) AS now (time)
            ON CONFLICT (subscriber_id, newsletter) DO UPDATE
            SET state = excluded.state, confirmed_at = excluded.confirmed_at,
                consented_at = excluded.consented_at, consent_source = excluded.consent_source
            WHERE subscription.state = 'PENDING' AND excluded.state = 'CONFIRMED'""";

    private static final String ACTIVATE =
            "UPDATE subscriber SET state = 'ACTIVE', updated_at = ? WHERE id = ANY (?) AND state = 'UNCONFIRMED'";

    /** Those of these addresses who are known, by key, locked until the transaction ends. */
    Map<String, KnownReader> lock(Connection connection, Collection<String> keys) throws SQLException {
        Map<String, KnownReader> found = new HashMap<>();
        Map<UUID, Map<String, String>> subscriptions = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setArray(1, SqlArrays.texts(connection, keys, key -> key));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject("id", UUID.class);
                    Map<String, String> ofReader = new HashMap<>();
                    subscriptions.put(id, ofReader);
                    found.put(
                            rows.getString("email_key"),
                            new KnownReader(
                                    id,
                                    rows.getString("email"),
                                    rows.getString("state"),
                                    rows.getString("locale"),
                                    rows.getString("zone"),
                                    ofReader));
                }
            }
        }
        if (!found.isEmpty()) {
            readSubscriptions(connection, subscriptions);
        }
        return found;
    }

    /** Returns those who were made; the others are known since a moment ago. */
    Set<UUID> insert(Connection connection, List<NewReader> readers, Instant now) throws SQLException {
        Set<UUID> made = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setArray(
                    3,
                    SqlArrays.uuids(
                            connection, readers.stream().map(NewReader::id).toList()));
            statement.setArray(
                    4,
                    SqlArrays.texts(
                            connection,
                            readers,
                            reader -> reader.row().address().typed()));
            statement.setArray(
                    5,
                    SqlArrays.texts(connection, readers, reader -> reader.row().key()));
            statement.setArray(6, SqlArrays.texts(connection, readers, NewReader::state));
            statement.setArray(
                    7,
                    SqlArrays.texts(connection, readers, reader -> reader.row().locale()));
            statement.setArray(
                    8,
                    SqlArrays.texts(connection, readers, reader -> reader.row().zone()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    made.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return made;
    }

    /** Undoes {@link #insert}. */
    void delete(Connection connection, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, SqlArrays.uuids(connection, ids));
            statement.executeUpdate();
        }
    }

    void add(Connection connection, List<AddedSubscription> subscriptions, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setArray(
                    1,
                    SqlArrays.uuids(
                            connection,
                            subscriptions.stream()
                                    .map(AddedSubscription::subscriberId)
                                    .toList()));
            statement.setArray(2, SqlArrays.texts(connection, subscriptions, AddedSubscription::newsletter));
            statement.setArray(
                    3,
                    SqlArrays.texts(
                            connection,
                            subscriptions,
                            added -> added.row().status().subscriptionState()));
            statement.setArray(
                    4,
                    SqlArrays.texts(
                            connection, subscriptions, added -> added.row().consentedAt()));
            statement.setArray(
                    5,
                    SqlArrays.texts(
                            connection, subscriptions, added -> added.row().consentSource()));
            statement.setObject(6, now.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    void activate(Connection connection, Collection<UUID> ids, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACTIVATE)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setArray(2, SqlArrays.uuids(connection, ids));
            statement.executeUpdate();
        }
    }

    private static void readSubscriptions(Connection connection, Map<UUID, Map<String, String>> subscriptions)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SUBSCRIPTIONS)) {
            statement.setArray(1, SqlArrays.uuids(connection, subscriptions.keySet()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    subscriptions.get(rows.getObject(1, UUID.class)).put(rows.getString(2), rows.getString(3));
                }
            }
        }
    }
}
