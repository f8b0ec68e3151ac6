package dev.broadsheet.notification.readermail;

import dev.broadsheet.notification.mime.UnwritableAddressException;
import dev.broadsheet.notification.relay.Lane;
import dev.broadsheet.notification.relay.Outcome;
import dev.broadsheet.notification.relay.Relays;
import dev.broadsheet.outbox.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Hands mails over as they become due. Each replica has one; the rows decide who sends what. */
@ApplicationScoped
class ReaderMailSender {

    /** What a crash can repeat at most. */
    private static final int AT_ONCE = 20;

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final ReaderMails mails;
    private final ReaderMailWriter writer;
    private final Relays relays;
    private final WorkLoop loop = new WorkLoop("reader-mail-sender", INTERVAL, this::sendDue);

    ReaderMailSender(ReaderMails mails, ReaderMailWriter writer, Relays relays) {
        this.mails = mails;
        this.writer = writer;
        this.relays = relays;
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
        // All are under way before the first is waited for.
        List<CompletableFuture<Outcome>> outcomes =
                due.stream().map(this::handOver).toList();
        for (int i = 0; i < due.size(); i++) {
            mails.record(due.get(i), outcomes.get(i).join());
        }
        return !due.isEmpty();
    }

    private CompletableFuture<Outcome> handOver(DueMail mail) {
        try {
            return relays.handOver(writer.write(mail), Lane.READER_MAIL);
        } catch (UnwritableAddressException e) {
            return CompletableFuture.completedFuture(new Outcome(Outcome.Result.REFUSED, null, "unwritable address"));
        }
    }
}
