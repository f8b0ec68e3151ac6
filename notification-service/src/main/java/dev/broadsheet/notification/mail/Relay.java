package dev.broadsheet.notification.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The SMTP relay that takes the mail from here. */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final ReactiveMailer mailer;
    private final Duration limit;

    Relay(ReactiveMailer mailer, MailConfig config) {
        this.mailer = mailer;
        this.limit = config.handOverLimit();
    }

    /**
     * Hands mails over, all at once, and waits until each has an outcome. The outcomes are in the order of the mails. Must
     * not be called in a transaction: an answer may take seconds.
     */
    public List<Outcome> handOver(List<Mail> mails) {
        // All are under way before the first is waited for.
        List<CompletableFuture<Outcome>> outcomes =
                mails.stream().map(this::handOver).toList();
        return outcomes.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Outcome> handOver(Mail mail) {
        return mailer.send(mail)
                .subscribeAsCompletionStage()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .handle((taken, failure) -> failure == null ? Outcome.TAKEN : classify(failure));
    }

    /** A refusal for good is only what the relay itself says with a 5xx; everything else may pass. */
    private static Outcome classify(Throwable failure) {
        if (failure instanceof SMTPException smtp) {
            String reply = "SMTP " + smtp.getReplyCode();
            return new Outcome(smtp.isPermanent() ? Outcome.Result.REFUSED : Outcome.Result.DEFERRED, reply);
        }
        LOG.debugf("event=mail.relay.unreachable cause=%s", failure.getClass().getSimpleName());
        return new Outcome(Outcome.Result.DEFERRED, failure.getClass().getSimpleName());
    }
}
