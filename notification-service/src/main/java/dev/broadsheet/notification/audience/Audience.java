package dev.broadsheet.notification.audience;

import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed.ConfirmedNewsletter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.hibernate.Session;

/** Who gets which newsletter: built from subscription-service's events, and asked again right before a mail goes out. */
@ApplicationScoped
class Audience {

    private static final String REMEMBER_READER = """
            INSERT INTO reader (subscriber_id, email, locale, zone, preferences_token)
            VALUES (:subscriberId, :email, :locale, :zone, :preferencesToken)
            ON CONFLICT (subscriber_id) DO UPDATE SET email = excluded.email, locale = excluded.locale,
                zone = excluded.zone, preferences_token = excluded.preferences_token""";

    private static final String JOIN = """
            INSERT INTO audience_member (newsletter, subscriber_id, unsubscribe_token, confirmed_at)
            VALUES (:newsletter, :subscriberId, :unsubscribeToken, :confirmedAt)
            ON CONFLICT (newsletter, subscriber_id) DO UPDATE SET unsubscribe_token = excluded.unsubscribe_token""";

    private static final String LEAVE =
            "DELETE FROM audience_member WHERE subscriber_id = :subscriberId AND newsletter IN (:newsletters)";

    /** An address without a newsletter is of no use here, and so is not kept. */
    private static final String FORGET_READER_WITHOUT_NEWSLETTER = """
            DELETE FROM reader WHERE subscriber_id = :subscriberId
                AND NOT EXISTS (SELECT FROM audience_member WHERE subscriber_id = :subscriberId)""";

    private final Session session;
    private final Event<ReaderJoined> readerJoined;

    Audience(Session session, Event<ReaderJoined> readerJoined) {
        this.session = session;
        this.readerJoined = readerJoined;
    }

    void confirm(SubscriptionConfirmed confirmed) {
        session.createNativeMutationQuery(REMEMBER_READER)
                .setParameter("subscriberId", confirmed.subscriberId())
                .setParameter("email", confirmed.email())
                .setParameter("locale", confirmed.locale())
                .setParameter("zone", confirmed.zone(), String.class)
                .setParameter("preferencesToken", confirmed.preferencesToken())
                .executeUpdate();
        for (ConfirmedNewsletter newsletter : confirmed.newsletters()) {
            session.createNativeMutationQuery(JOIN)
                    .setParameter("newsletter", newsletter.slug())
                    .setParameter("subscriberId", confirmed.subscriberId())
                    .setParameter("unsubscribeToken", newsletter.unsubscribeToken())
                    .setParameter("confirmedAt", confirmed.confirmedAt())
                    .executeUpdate();
            readerJoined.fire(new ReaderJoined(newsletter.slug(), confirmed.subscriberId(), confirmed.confirmedAt()));
        }
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
