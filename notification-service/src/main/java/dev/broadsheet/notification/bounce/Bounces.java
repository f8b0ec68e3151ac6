package dev.broadsheet.notification.bounce;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.delivery.MailBounced;
import dev.broadsheet.contracts.delivery.MailComplained;
import dev.broadsheet.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Mail that came back, or was reported as spam: each report becomes an event, once, however often and by whatever way it
 * comes.
 */
@ApplicationScoped
public class Bounces {

    /** An erasure and reports of its reader wait for each other; reports do not. */
    private static final String KEEP_ERASURE_OUT =
            "SELECT 1 FROM pg_advisory_xact_lock_shared(hashtextextended('mail-report:' || cast(:subscriber AS text), 0))";

    private static final String KEEP_REPORTS_OUT =
            "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('mail-report:' || cast(:subscriber AS text), 0))";

    /** Of somebody who is nowhere here, who was erased most likely, nothing is remembered. */
    private static final String REMEMBER = """
            INSERT INTO mail_report (subscriber_id, mail_id, what, recorded_at)
            SELECT :subscriber, :mail, :what, :now
            WHERE NOT EXISTS (SELECT FROM erasure WHERE subscriber_id = :subscriber)
              AND (EXISTS (SELECT FROM reader WHERE subscriber_id = :subscriber)
                OR EXISTS (SELECT FROM reader_mail WHERE subscriber_id = :subscriber)
                OR EXISTS (SELECT FROM delivery WHERE edition_id = :mail AND subscriber_id = :subscriber))
            ON CONFLICT DO NOTHING""";

    private static final String IS_EDITION = "SELECT EXISTS (SELECT FROM edition WHERE id = :mail)";

    private static final String FORGET = "DELETE FROM mail_report WHERE subscriber_id = :subscriber";

    private final Session session;
    private final Outbox outbox;
    private final Clock clock;

    Bounces(Session session, Outbox outbox, Clock clock) {
        this.session = session;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whether the report is news: of a reader who is known here, and not recorded before. */
    @Transactional
    public boolean record(Report report) {
        if (!remember(report)) {
            return false;
        }
        UUID edition = isEdition(report.mail()) ? report.mail() : null;
        outbox.append(event(report, edition));
        return true;
    }

    /**
     * A relay refused a mail for good while it was handed over, in the transaction of the caller. An event follows if the
     * status says that the mailbox will never take mail.
     *
     * @param edition the edition; null for a mail that is none
     * @param status enhanced status code; null where the relay gave none
     */
    @Transactional(TxType.MANDATORY)
    public void refusedByRelay(UUID subscriber, UUID mail, UUID edition, String status) {
        Optional<StatusCode> code = StatusCode.in(status).filter(StatusCode::isHard);
        if (code.isPresent()) {
            Report report =
                    new Report(subscriber, mail, Report.What.HARD, code.get().text(), clock.instant());
            if (remember(report)) {
                outbox.append(event(report, edition));
            }
        }
    }

    /** Takes a reader out of what is remembered, and out of what was not published yet. In the transaction of the caller. */
    @Transactional(TxType.MANDATORY)
    public void forget(UUID subscriber) {
        lock(KEEP_REPORTS_OUT, subscriber);
        session.createNativeMutationQuery(FORGET)
                .setParameter("subscriber", subscriber)
                .executeUpdate();
        outbox.forget(subscriber.toString());
    }

    private boolean remember(Report report) {
        lock(KEEP_ERASURE_OUT, report.subscriber());
        return session.createNativeMutationQuery(REMEMBER)
                        .setParameter("subscriber", report.subscriber())
                        .setParameter("mail", report.mail())
                        .setParameter("what", report.what().name())
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private void lock(String sql, UUID subscriber) {
        session.createNativeQuery(sql, Integer.class)
                .setParameter("subscriber", subscriber)
                .getSingleResult();
    }

    private boolean isEdition(UUID mail) {
        return session.createNativeQuery(IS_EDITION, Boolean.class)
                .setParameter("mail", mail)
                .getSingleResult();
    }

    private Event event(Report report, UUID edition) {
        Instant now = clock.instant();
        Instant at = report.at().isAfter(now) ? now : report.at();
        return switch (report.what()) {
            case HARD -> new MailBounced(report.subscriber(), MailBounced.Kind.HARD, report.status(), edition, at);
            case SOFT -> new MailBounced(report.subscriber(), MailBounced.Kind.SOFT, report.status(), edition, at);
            case COMPLAINT -> new MailComplained(report.subscriber(), edition, at);
        };
    }
}
