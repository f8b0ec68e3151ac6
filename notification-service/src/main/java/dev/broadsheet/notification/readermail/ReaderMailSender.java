package dev.broadsheet.notification.readermail;

import dev.broadsheet.notification.mail.Outcome;
import dev.broadsheet.notification.mail.Relay;
import dev.broadsheet.outbox.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;

/** Hands mails over as they become due. Each replica has one; the rows decide who sends what. */
@ApplicationScoped
class ReaderMailSender {

    /** What a crash can repeat at most. */
    private static final int AT_ONCE = 20;

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final ReaderMails mails;
    private final ReaderMailWriter writer;
    private final Relay relay;
    private final WorkLoop loop = new WorkLoop("reader-mail-sender", INTERVAL, this::sendDue);

    ReaderMailSender(ReaderMails mails, ReaderMailWriter writer, Relay relay) {
        this.mails = mails;
        this.writer = writer;
        this.relay = relay;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReaderMailOrdered ordered) {
        loop.wake();
    }

    private boolean sendDue() {
        List<DueMail> due = mails.claim(AT_ONCE);
        List<Outcome> outcomes = relay.handOver(due.stream().map(writer::write).toList());
        for (int i = 0; i < due.size(); i++) {
            mails.record(due.get(i), outcomes.get(i));
        }
        return !due.isEmpty();
    }
}
