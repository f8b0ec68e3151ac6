package dev.broadsheet.notification.readermail;

import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled.Reason;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed.ConfirmedNewsletter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Orders the mails to readers who have just come or gone. To who pauses none is written, and none that would be a day late.
 * All of it in the transaction of the caller.
 */
@ApplicationScoped
public class Greetings {

    private static final Duration OF_USE = Duration.ofHours(24);

    /** Whoever left in another way did not decide to, or asked to be forgotten. */
    private static final Set<Reason> SAID_GOODBYE = EnumSet.of(Reason.ONE_CLICK, Reason.PREFERENCES);

    private static final String WELCOME = """
            INSERT INTO reader_mail (id, kind, subscriber_id, email, locale, token, unsubscribe_token, newsletters, state,
                due_at, requested_at, expires_at)
            SELECT :id, 'WELCOME', subscriber_id, email, locale, preferences_token, :unsubscribeToken, :newsletters,
                'PENDING', :now, :at, :expiresAt
            FROM reader
            WHERE subscriber_id = :subscriberId AND coalesce(paused_until, '-infinity') <= :now
            ON CONFLICT (id, kind) DO NOTHING""";

    /** Whoever has other newsletters gets a link to the preferences. */
    private static final String GOODBYE = """
            INSERT INTO reader_mail (id, kind, subscriber_id, email, locale, token, newsletters, state, due_at, requested_at,
                expires_at)
            SELECT :id, 'GOODBYE', reader.subscriber_id, email, locale,
                CASE WHEN audience.size > cardinality(audience.leaving) THEN preferences_token END,
                audience.leaving, 'PENDING', :now, :at, :expiresAt
            FROM reader CROSS JOIN (
                SELECT count(*) AS size,
                    array_agg(newsletter ORDER BY newsletter) FILTER (WHERE newsletter IN (:newsletters)) AS leaving
                FROM audience_member WHERE subscriber_id = :subscriberId) audience
            WHERE reader.subscriber_id = :subscriberId AND audience.leaving IS NOT NULL
              AND coalesce(paused_until, '-infinity') <= :now
            ON CONFLICT (id, kind) DO NOTHING""";

    /** It would come after the goodbye. */
    private static final String TAKE_BACK_WELCOME = """
            DELETE FROM reader_mail
            WHERE subscriber_id = :subscriberId AND kind = 'WELCOME' AND newsletters <@ CAST(:newsletters AS text[])""";

    private final Session session;
    private final Event<ReaderMailOrdered> ordered;
    private final Clock clock;

    Greetings(Session session, Event<ReaderMailOrdered> ordered, Clock clock) {
        this.session = session;
        this.ordered = ordered;
        this.clock = clock;
    }

    /**
     * One mail, whatever the number of newsletters.
     *
     * @param id the event that tells of it
     * @param joined what the reader did not have before
     */
    public void welcome(UUID id, UUID subscriberId, List<ConfirmedNewsletter> joined, Instant at) {
        Instant now = clock.instant();
        if (joined.isEmpty() || isTooLate(at, now)) {
            return;
        }
        session.createNativeMutationQuery(WELCOME)
                .setParameter("id", id)
                .setParameter("subscriberId", subscriberId)
                .setParameter(
                        "unsubscribeToken", joined.size() == 1 ? joined.get(0).unsubscribeToken() : null, String.class)
                .setParameter(
                        "newsletters",
                        joined.stream().map(ConfirmedNewsletter::slug).toArray(String[]::new),
                        String[].class)
                .setParameter("now", now)
                .setParameter("at", at)
                .setParameter("expiresAt", at.plus(OF_USE))
                .executeUpdate();
        ordered.fire(new ReaderMailOrdered());
    }

    /** Before the reader is taken out of the audience, and perhaps forgotten with it. */
    public void goodbye(UUID id, SubscriptionCancelled cancelled) {
        session.createNativeMutationQuery(TAKE_BACK_WELCOME)
                .setParameter("subscriberId", cancelled.subscriberId())
                .setParameter("newsletters", cancelled.newsletters().toArray(String[]::new), String[].class)
                .executeUpdate();
        Instant now = clock.instant();
        if (!SAID_GOODBYE.contains(cancelled.reason()) || isTooLate(cancelled.cancelledAt(), now)) {
            return;
        }
        session.createNativeMutationQuery(GOODBYE)
                .setParameter("id", id)
                .setParameter("subscriberId", cancelled.subscriberId())
                .setParameter("newsletters", cancelled.newsletters())
                .setParameter("now", now)
                .setParameter("at", cancelled.cancelledAt())
                .setParameter("expiresAt", cancelled.cancelledAt().plus(OF_USE))
                .executeUpdate();
        ordered.fire(new ReaderMailOrdered());
    }

    private static boolean isTooLate(Instant at, Instant now) {
        return !at.plus(OF_USE).isAfter(now);
    }
}
