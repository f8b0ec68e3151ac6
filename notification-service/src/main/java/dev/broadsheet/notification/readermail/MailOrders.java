package dev.broadsheet.notification.readermail;

import dev.broadsheet.contracts.subscription.AddressChangeRequested;
import dev.broadsheet.contracts.subscription.PreferencesLinkRequested;
import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Orders the mails that events ask for, and takes them back. All of it in the transaction of the caller. */
@ApplicationScoped
public class MailOrders {

    private static final String ORDER = """
            INSERT INTO reader_mail
                (id, kind, subscriber_id, email, locale, token, newsletters, state, due_at, requested_at, expires_at)
            VALUES (:id, :kind, :subscriberId, :email, :locale, :token, :newsletters, 'PENDING', :now, :requestedAt,
                :expiresAt)
            ON CONFLICT (id, kind) DO NOTHING""";

    private static final String FORGET = "DELETE FROM reader_mail WHERE subscriber_id = :subscriberId";

    private final Session session;
    private final Event<ReaderMailOrdered> ordered;
    private final Clock clock;

    MailOrders(Session session, Event<ReaderMailOrdered> ordered, Clock clock) {
        this.session = session;
        this.ordered = ordered;
        this.clock = clock;
    }

    /** One mail, whatever the number of newsletters. */
    public void order(SubscriptionCreated created) {
        order(
                new DueMail(
                        created.subscriptionId(),
                        Kind.CONFIRMATION,
                        created.subscriberId(),
                        0,
                        created.email(),
                        created.locale(),
                        created.confirmation().token(),
                        null,
                        created.newsletters(),
                        created.confirmation().expiresAt()),
                created.requestedAt());
    }

    public void order(PreferencesLinkRequested requested) {
        order(
                new DueMail(
                        requested.requestId(),
                        Kind.PREFERENCES_LINK,
                        requested.subscriberId(),
                        0,
                        requested.email(),
                        requested.locale(),
                        requested.link().token(),
                        null,
                        List.of(),
                        requested.link().expiresAt()),
                requested.requestedAt());
    }

    /** A mail to each of the two mailboxes; neither holds the other's address. */
    public void order(AddressChangeRequested requested) {
        order(addressMail(requested, Kind.ADDRESS_CURRENT, requested.current()), requested.requestedAt());
        order(addressMail(requested, Kind.ADDRESS_WANTED, requested.wanted()), requested.requestedAt());
    }

    /** What is under way to the relay cannot be called back; nothing else of this subscriber will be sent. */
    public void forget(UUID subscriberId) {
        session.createNativeMutationQuery(FORGET)
                .setParameter("subscriberId", subscriberId)
                .executeUpdate();
    }

    private static DueMail addressMail(
            AddressChangeRequested requested, Kind kind, AddressChangeRequested.Mailbox mailbox) {
        return new DueMail(
                requested.changeId(),
                kind,
                requested.subscriberId(),
                0,
                mailbox.email(),
                requested.locale(),
                mailbox.token(),
                null,
                List.of(),
                requested.expiresAt());
    }

    private void order(DueMail mail, Instant requestedAt) {
        session.createNativeMutationQuery(ORDER)
                .setParameter("id", mail.id())
                .setParameter("kind", mail.kind().name())
                .setParameter("subscriberId", mail.subscriberId())
                .setParameter("email", mail.email())
                .setParameter("locale", mail.locale())
                .setParameter("token", mail.token())
                .setParameter("newsletters", mail.newsletters().toArray(String[]::new), String[].class)
                .setParameter("now", clock.instant())
                .setParameter("requestedAt", requestedAt)
                .setParameter("expiresAt", mail.expiresAt())
                .executeUpdate();
        ordered.fire(new ReaderMailOrdered());
    }
}
