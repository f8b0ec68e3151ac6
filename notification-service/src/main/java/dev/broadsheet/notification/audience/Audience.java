package dev.broadsheet.notification.audience;

import dev.broadsheet.contracts.subscription.SubscriberChanged;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed.ConfirmedNewsletter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Who gets which newsletter: built from subscription-service's events, and asked again right before a mail goes out. */
@ApplicationScoped
class Audience {

    /** Whoever confirms another newsletter during a pause stays paused: the event does not speak of pauses. */
    private static final String REMEMBER_READER = """
            INSERT INTO reader (subscriber_id, email, locale, zone, preferences_token, changed_at)
            VALUES (:subscriberId, :email, :locale, :zone, :preferencesToken, :confirmedAt)
            ON CONFLICT (subscriber_id) DO UPDATE SET email = excluded.email, locale = excluded.locale,
                zone = excluded.zone, preferences_token = excluded.preferences_token, changed_at = excluded.changed_at
                WHERE reader.changed_at <= excluded.changed_at""";

    /** Events of a subscriber are in order, but one that was set aside and is published again may be an old one. */
    private static final String CHANGE_READER = """
            UPDATE reader SET email = :email, locale = :locale, zone = :zone, paused_until = :pausedUntil,
                changed_at = :changedAt
            WHERE subscriber_id = :subscriberId AND changed_at <= :changedAt""";

    /** True for who was not there yet: an updated row names the transaction that replaced it. */
    private static final String JOIN = """
            INSERT INTO audience_member (newsletter, subscriber_id, unsubscribe_token, confirmed_at)
            VALUES (:newsletter, :subscriberId, :unsubscribeToken, :confirmedAt)
            ON CONFLICT (newsletter, subscriber_id) DO UPDATE SET unsubscribe_token = excluded.unsubscribe_token
            RETURNING xmax = 0""";

    private static final String LEAVE =
            "DELETE FROM audience_member WHERE subscriber_id = :subscriberId AND newsletter IN (:newsletters)";

    /** An address without a newsletter is of no use here, and so is not kept. */
    private static final String FORGET_READER_WITHOUT_NEWSLETTER = """
            DELETE FROM reader WHERE subscriber_id = :subscriberId
                AND NOT EXISTS (SELECT FROM audience_member WHERE subscriber_id = :subscriberId)""";

    /** Takes the reader out of every audience, too. */
    private static final String FORGET_READER = "DELETE FROM reader WHERE subscriber_id = :subscriberId";

    private final Session session;
    private final Event<ReaderJoined> readerJoined;

    Audience(Session session, Event<ReaderJoined> readerJoined) {
        this.session = session;
        this.readerJoined = readerJoined;
    }

    /** What of it the reader did not have already. */
    List<ConfirmedNewsletter> confirm(SubscriptionConfirmed confirmed) {
        session.createNativeMutationQuery(REMEMBER_READER)
                .setParameter("subscriberId", confirmed.subscriberId())
                .setParameter("email", confirmed.email())
                .setParameter("locale", confirmed.locale())
                .setParameter("zone", confirmed.zone(), String.class)
                .setParameter("preferencesToken", confirmed.preferencesToken())
                .setParameter("confirmedAt", confirmed.confirmedAt())
                .executeUpdate();
        return confirmed.newsletters().stream()
                .filter(newsletter -> join(confirmed, newsletter))
                .toList();
    }

    private boolean join(SubscriptionConfirmed confirmed, ConfirmedNewsletter newsletter) {
        boolean isNew = session.createNativeQuery(JOIN, Boolean.class)
                .setParameter("newsletter", newsletter.slug())
                .setParameter("subscriberId", confirmed.subscriberId())
                .setParameter("unsubscribeToken", newsletter.unsubscribeToken())
                .setParameter("confirmedAt", confirmed.confirmedAt())
                .getSingleResult();
        readerJoined.fire(new ReaderJoined(newsletter.slug(), confirmed.subscriberId(), confirmed.confirmedAt()));
        return isNew;
    }

    /** Of somebody who reads nothing here, nothing is kept. */
    void change(SubscriberChanged changed) {
        session.createNativeMutationQuery(CHANGE_READER)
                .setParameter("subscriberId", changed.subscriberId())
                .setParameter("email", changed.email())
                .setParameter("locale", changed.locale())
                .setParameter("zone", changed.zone(), String.class)
                .setParameter("pausedUntil", changed.pausedUntil(), Instant.class)
                .setParameter("changedAt", changed.changedAt())
                .executeUpdate();
    }

    void forget(UUID subscriber) {
        session.createNativeMutationQuery(FORGET_READER)
                .setParameter("subscriberId", subscriber)
                .executeUpdate();
    }

    void cancel(SubscriptionCancelled cancelled) {
        session.createNativeMutationQuery(LEAVE)
                .setParameter("subscriberId", cancelled.subscriberId())
                .setParameter("newsletters", cancelled.newsletters())
                .executeUpdate();
        session.createNativeMutationQuery(FORGET_READER_WITHOUT_NEWSLETTER)
                .setParameter("subscriberId", cancelled.subscriberId())
                .executeUpdate();
    }
}
