package dev.broadsheet.notification.readermail;

import dev.broadsheet.notification.bounce.Bounces;
import dev.broadsheet.notification.mail.RetrySchedule;
import dev.broadsheet.notification.relay.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The ledger of mails to one reader that are no part of an edition. A row that a sender died with is sent again when its
 * lease ends, with the same Message-ID.
 */
@ApplicationScoped
class ReaderMails {

    /** Longer than any hand-over takes, which the relay bounds. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    /** A link that is refused by now would only annoy. */
    private static final String EXPIRE = """
            UPDATE reader_mail SET state = 'EXPIRED', email = NULL, token = NULL, unsubscribe_token = NULL,
                newsletters = NULL
            WHERE state NOT IN ('SENT', 'BOUNCED', 'EXPIRED') AND due_at <= :now AND expires_at <= :now""";

    /** A row found in SENDING has outlived its lease: its sender is dead, and the mail may be a repetition. */
    private static final String CLAIM = """
            UPDATE reader_mail SET state = 'SENDING', attempts = attempts + 1, due_at = :leaseEnd
            WHERE (id, kind) IN (SELECT id, kind FROM reader_mail
                                 WHERE state NOT IN ('SENT', 'BOUNCED', 'EXPIRED') AND due_at <= :now
                                 ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, subscriber_id, attempts, email, locale, token, unsubscribe_token, newsletters,
                expires_at""";

    /** Address and token have done their work, and are not kept longer than that. */
    private static final String CLOSE = """
            UPDATE reader_mail SET state = :state, failure = :failure, handed_over_at = :handedOverAt,
                email = NULL, token = NULL, unsubscribe_token = NULL,
                newsletters = NULL
            WHERE id = :id AND kind = :kind""";

    private static final String DEFER = """
            UPDATE reader_mail SET state = :state, failure = :failure, due_at = :dueAt
            WHERE id = :id AND kind = :kind""";

    /** It was not its turn: nothing was tried. */
    private static final String GIVE_BACK = """
            UPDATE reader_mail SET state = 'PENDING', attempts = attempts - 1, due_at = :dueAt
            WHERE id = :id AND kind = :kind""";

    private final Session session;
    private final Bounces bounces;
    private final Clock clock;

    ReaderMails(Session session, Bounces bounces, Clock clock) {
        this.session = session;
        this.bounces = bounces;
        this.clock = clock;
    }

    /** Up to so many mails that are due, now this sender's until the lease ends. */
    @Transactional
    List<DueMail> claim(int most) {
        Instant now = clock.instant();
        session.createNativeMutationQuery(EXPIRE).setParameter("now", now).executeUpdate();
        List<Tuple> rows = session.createNativeQuery(CLAIM, Tuple.class)
                .setParameter("leaseEnd", now.plus(LEASE))
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(ReaderMails::due).toList();
    }

    @Transactional
    void record(DueMail mail, Outcome outcome) {
        switch (outcome.result()) {
            case TAKEN -> close(mail, "SENT", null, clock.instant());
            case REFUSED -> refuse(mail, outcome);
            case DEFERRED -> defer(mail, "RETRY", outcome.failure());
            case UNKNOWN -> defer(mail, "UNCERTAIN", outcome.failure());
            case NOT_BEGUN -> giveBack(mail, outcome.retryAfter());
        }
    }

    private void refuse(DueMail mail, Outcome outcome) {
        close(mail, "BOUNCED", outcome.failure(), null);
        if (mail.kind().goesToTheReadersOwnAddress()) {
            bounces.refusedByRelay(mail.subscriberId(), mail.id(), null, outcome.status());
        }
    }

    private void defer(DueMail mail, String state, String failure) {
        Instant next = clock.instant().plus(RetrySchedule.after(mail.attempts()));
        if (next.isAfter(mail.expiresAt())) {
            close(mail, "EXPIRED", failure, null);
            return;
        }
        session.createNativeMutationQuery(DEFER)
                .setParameter("state", state)
                .setParameter("failure", failure)
                .setParameter("dueAt", next)
                .setParameter("id", mail.id())
                .setParameter("kind", mail.kind().name())
                .executeUpdate();
    }

    private void giveBack(DueMail mail, Duration wait) {
        session.createNativeMutationQuery(GIVE_BACK)
                .setParameter(
                        "dueAt",
                        wait == null ? clock.instant() : clock.instant().plus(wait))
                .setParameter("id", mail.id())
                .setParameter("kind", mail.kind().name())
                .executeUpdate();
    }

    private void close(DueMail mail, String state, String failure, Instant handedOverAt) {
        session.createNativeMutationQuery(CLOSE)
                .setParameter("state", state)
                .setParameter("failure", failure, String.class)
                .setParameter("handedOverAt", handedOverAt, Instant.class)
                .setParameter("id", mail.id())
                .setParameter("kind", mail.kind().name())
                .executeUpdate();
    }

    private static DueMail due(Tuple row) {
        return new DueMail(
                row.get("id", UUID.class),
                Kind.valueOf(row.get("kind", String.class)),
                row.get("subscriber_id", UUID.class),
                row.get("attempts", Integer.class),
                row.get("email", String.class),
                row.get("locale", String.class),
                row.get("token", String.class),
                row.get("unsubscribe_token", String.class),
                List.of(row.get("newsletters", String[].class)),
                row.get("expires_at", Instant.class));
    }
}
