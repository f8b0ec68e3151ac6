package dev.broadsheet.subscription.bounce;

import dev.broadsheet.contracts.delivery.MailBounced;
import dev.broadsheet.contracts.delivery.MailComplained;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.subscriber.Subscribers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;

/** Addresses that do not take mail get none, and neither do readers who reported it. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Bounces {

    /** A mailbox may be full over a holiday. Three mails that came back within two weeks are no accident. */
    private static final int SOFT_BOUNCES = 3;

    private static final Duration SOFT_PERIOD = Duration.ofDays(14);

    private static final String REMEMBER = """
            INSERT INTO soft_bounce (event_id, subscriber_id, bounced_at) VALUES (:event, :subscriber, :bouncedAt)
            ON CONFLICT (event_id) DO NOTHING""";

    /** The time is that of the bounces: events may come late, and in any order. */
    private static final String MOST_WITHIN_A_PERIOD = """
            SELECT max(together) FROM (
                SELECT count(*) OVER (PARTITION BY subscriber_id ORDER BY bounced_at
                    RANGE BETWEEN cast('14 days' AS interval) PRECEDING AND CURRENT ROW) AS together
                FROM soft_bounce WHERE subscriber_id = :subscriber) AS counted""";

    private static final String FORGET_OLD =
            "DELETE FROM soft_bounce WHERE subscriber_id = :subscriber AND bounced_at < :before";

    private final Session session;
    private final Subscribers subscribers;
    private final Silence silence;
    private final Clock clock;

    Bounces(Session session, Subscribers subscribers, Silence silence, Clock clock) {
        this.session = session;
        this.subscribers = subscribers;
        this.silence = silence;
        this.clock = clock;
    }

    void bounced(UUID eventId, MailBounced bounced) {
        subscribers.lock(bounced.subscriberId()).ifPresent(reader -> {
            boolean forGood =
                    switch (bounced.kind()) {
                        case HARD -> true;
                        case SOFT -> remember(eventId, reader, bounced.bouncedAt()) >= SOFT_BOUNCES;
                    };
            if (forGood) {
                silence.undeliverable(reader, clock.instant());
            }
        });
    }

    void complained(MailComplained complained) {
        subscribers.lock(complained.subscriberId()).ifPresent(reader -> silence.complained(reader, clock.instant()));
    }

    /** How many there are within two weeks. */
    private long remember(UUID eventId, Reader reader, Instant bouncedAt) {
        session.createNativeMutationQuery(REMEMBER)
                .setParameter("event", eventId)
                .setParameter("subscriber", reader.id())
                .setParameter("bouncedAt", bouncedAt)
                .executeUpdate();
        session.createNativeMutationQuery(FORGET_OLD)
                .setParameter("subscriber", reader.id())
                .setParameter("before", clock.instant().minus(SOFT_PERIOD.multipliedBy(2)))
                .executeUpdate();
        Long most = session.createNativeQuery(MOST_WITHIN_A_PERIOD, Long.class)
                .setParameter("subscriber", reader.id())
                .getSingleResult();
        return most == null ? 0 : most;
    }
}
