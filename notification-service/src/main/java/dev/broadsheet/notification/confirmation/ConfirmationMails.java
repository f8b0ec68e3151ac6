package dev.broadsheet.notification.confirmation;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import dev.broadsheet.notification.mail.Outcome;
import dev.broadsheet.notification.mail.RetrySchedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The ledger of confirmation mails: one row a sign-up. A row that a sender died with is sent again when its lease ends,
 * with the same Message-ID.
 */
@ApplicationScoped
public class ConfirmationMails {

    /** Longer than any hand-over takes, which quarkus.mailer.timeout bounds. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    private static final String ORDER = """
            INSERT INTO confirmation_mail (id, subscriber_id, email, content, state, due_at, requested_at)
            VALUES (:id, :subscriberId, :email, :content, 'PENDING', :now, :requestedAt)
            ON CONFLICT (id) DO NOTHING""";

    /** A row found in SENDING has outlived its lease: its sender is dead, and the mail may be a repetition. */
    private static final String CLAIM = """
            UPDATE confirmation_mail SET state = 'SENDING', attempts = attempts + 1, due_at = :leaseEnd
            WHERE id IN (SELECT id FROM confirmation_mail
                         WHERE state NOT IN ('SENT', 'BOUNCED') AND due_at <= :now
                         ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING id, attempts, content""";

    /** Address and token have done their work, and are not kept longer than that. */
    private static final String CLOSE = """
            UPDATE confirmation_mail
            SET state = :state, failure = :failure, handed_over_at = :handedOverAt, email = NULL, content = NULL
            WHERE id = :id""";

    private static final String DEFER =
            "UPDATE confirmation_mail SET state = 'RETRY', failure = :failure, due_at = :dueAt WHERE id = :id";

    private final Session session;
    private final Event<ConfirmationOrdered> ordered;
    private final Clock clock;

    ConfirmationMails(Session session, Event<ConfirmationOrdered> ordered, Clock clock) {
        this.session = session;
        this.ordered = ordered;
        this.clock = clock;
    }

    /** Orders the mail of a sign-up, in the transaction of the caller. */
    public void order(SubscriptionCreated created) {
        session.createNativeMutationQuery(ORDER)
                .setParameter("id", created.subscriptionId())
                .setParameter("subscriberId", created.subscriberId())
                .setParameter("email", created.email())
                .setParameter("content", new String(EventJson.encode(created), StandardCharsets.UTF_8))
                .setParameter("now", clock.instant())
                .setParameter("requestedAt", created.requestedAt())
                .executeUpdate();
        ordered.fire(new ConfirmationOrdered());
    }

    /** Up to so many mails that are due, now this sender's until the lease ends.. */
    @Transactional
    List<DueConfirmation> claim(int most) {
        Instant now = clock.instant();
        List<Tuple> rows = session.createNativeQuery(CLAIM, Tuple.class)
                .setParameter("leaseEnd", now.plus(LEASE))
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(ConfirmationMails::due).toList();
    }

    @Transactional
    void record(DueConfirmation mail, Outcome outcome) {
        switch (outcome.result()) {
            case TAKEN -> close(mail.id(), "SENT", null, clock.instant());
            case REFUSED -> close(mail.id(), "BOUNCED", outcome.failure(), null);
            case DEFERRED -> defer(mail, outcome.failure());
        }
    }

    private void defer(DueConfirmation mail, String failure) {
        Instant next = clock.instant().plus(RetrySchedule.after(mail.attempts()));
        if (next.isAfter(mail.signUp().confirmation().expiresAt())) {
            close(mail.id(), "BOUNCED", failure, null);
            return;
        }
        session.createNativeMutationQuery(DEFER)
                .setParameter("failure", failure)
                .setParameter("dueAt", next)
                .setParameter("id", mail.id())
                .executeUpdate();
    }

    private void close(UUID id, String state, String failure, Instant handedOverAt) {
        session.createNativeMutationQuery(CLOSE)
                .setParameter("state", state)
                .setParameter("failure", failure, String.class)
                .setParameter("handedOverAt", handedOverAt, Instant.class)
                .setParameter("id", id)
                .executeUpdate();
    }

    private static DueConfirmation due(Tuple row) {
        byte[] content = row.get("content", String.class).getBytes(StandardCharsets.UTF_8);
        return new DueConfirmation(
                row.get("id", UUID.class),
                row.get("attempts", Integer.class),
                EventJson.decode(SubscriptionCreated.class, content));
    }
}
