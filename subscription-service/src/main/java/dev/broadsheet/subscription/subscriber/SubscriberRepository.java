package dev.broadsheet.subscription.subscriber;

import dev.broadsheet.outbox.Ids;
import dev.broadsheet.subscription.address.EmailAddress;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;

@ApplicationScoped
class SubscriberRepository implements PanacheRepositoryBase<Subscriber, UUID> {

    /** Waits for a concurrent insert of the same address to commit, and then inserts nothing for it. */
    private static final String INSERT_UNKNOWN = """
            INSERT INTO subscriber (id, email, email_key, state, locale, zone, created_at, updated_at)
            SELECT id, email, email_key, 'UNCONFIRMED', locale, zone, :now, :now
            FROM unnest(cast(:ids AS uuid[]), cast(:emails AS text[]), cast(:keys AS text[]), cast(:locales AS text[]),
                cast(:zones AS text[])) AS unknown (id, email, email_key, locale, zone)
            ON CONFLICT (email_key) DO NOTHING
            RETURNING *""";

    /** Those of the subscribers whose addresses were not known. */
    List<Subscriber> insertUnknown(List<NewSubscriber> subscribers, Instant now) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(INSERT_UNKNOWN, Subscriber.class)
                .setParameter(
                        "ids", subscribers.stream().map(each -> Ids.next()).toArray(UUID[]::new))
                .setParameter(
                        "emails", texts(subscribers, each -> each.address().typed()))
                .setParameter("keys", texts(subscribers, each -> each.address().key()))
                .setParameter("locales", texts(subscribers, NewSubscriber::locale))
                .setParameter("zones", texts(subscribers, NewSubscriber::zone))
                .setParameter("now", now)
                .getResultList();
    }

    Optional<Subscriber> lock(EmailAddress address) {
        return find("emailKey", address.key())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    Optional<Subscriber> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static String[] texts(List<NewSubscriber> subscribers, Function<NewSubscriber, String> part) {
        return subscribers.stream().map(part).toArray(String[]::new);
    }
}
