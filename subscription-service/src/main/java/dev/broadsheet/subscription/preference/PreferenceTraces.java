package dev.broadsheet.subscription.preference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** What else is held of a reader, for the export. */
@ApplicationScoped
class PreferenceTraces {

    private static final String ADDRESS_CHANGES = """
            SELECT current_email, wanted_email, requested_at, current_confirmed_at, wanted_confirmed_at, changed_at
            FROM address_change WHERE subscriber_id = :subscriber ORDER BY requested_at""";

    private static final String SOFT_BOUNCES =
            "SELECT bounced_at FROM soft_bounce WHERE subscriber_id = :subscriber ORDER BY bounced_at";

    private static final String LINKS =
            "SELECT requested_at FROM preferences_link WHERE subscriber_id = :subscriber ORDER BY requested_at";

    private final Session session;

    PreferenceTraces(Session session) {
        this.session = session;
    }

    List<AddressChangeRecord> addressChangesOf(UUID subscriberId) {
        return session
                .createNativeQuery(ADDRESS_CHANGES, Tuple.class)
                .setParameter("subscriber", subscriberId)
                .getResultList()
                .stream()
                .map(row -> new AddressChangeRecord(
                        row.get("current_email", String.class),
                        row.get("wanted_email", String.class),
                        row.get("requested_at", Instant.class),
                        row.get("current_confirmed_at", Instant.class),
                        row.get("wanted_confirmed_at", Instant.class),
                        row.get("changed_at", Instant.class)))
                .toList();
    }

    List<Instant> softBouncesOf(UUID subscriberId) {
        return times(SOFT_BOUNCES, subscriberId);
    }

    List<Instant> linksOf(UUID subscriberId) {
        return times(LINKS, subscriberId);
    }

    private List<Instant> times(String query, UUID subscriberId) {
        return session.createNativeQuery(query, Instant.class)
                .setParameter("subscriber", subscriberId)
                .getResultList();
    }
}
