package dev.broadsheet.subscription.subscriber;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class SubscriberRepository implements PanacheRepositoryBase<Subscriber, UUID> {

    /** Waits for a concurrent sign-up of the same address to commit, and then inserts nothing. */
    private static final String INSERT_UNLESS_KNOWN = """
            INSERT INTO subscriber (id, email, email_key, state, locale, zone, created_at, updated_at)
            VALUES (:id, :email, :key, 'UNCONFIRMED', :locale, :zone, :now, :now)
            ON CONFLICT (email_key) DO NOTHING
            """;

    /** Whether the address was new. */
    boolean insertUnlessKnown(UUID id, EmailAddress address, String locale, String zone, Instant now) {
        int inserted = getEntityManager()
                .unwrap(Session.class)
                .createNativeMutationQuery(INSERT_UNLESS_KNOWN)
                .setParameter("id", id)
                .setParameter("email", address.typed())
                .setParameter("key", address.key())
                .setParameter("locale", locale)
                .setParameter("zone", zone, String.class)
                .setParameter("now", now)
                .executeUpdate();
        return inserted == 1;
    }

    Subscriber lockByKey(EmailAddress address) {
        return find("emailKey", address.key())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    Optional<Subscriber> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
