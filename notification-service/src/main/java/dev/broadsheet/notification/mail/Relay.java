package dev.broadsheet.notification.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** The SMTP relay that takes the mail from here. */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    /** Each mail has ended within the limit; whoever waits for all of them must not wait for ever if one has not. */
    private static final Duration SLACK = Duration.ofSeconds(2);

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
        if (mails.isEmpty()) {
            return List.of();
        }
        return Uni.join()
                .all(mails.stream().map(this::handOver).toList())
                .andFailFast()
                .await()
                .atMost(limit.plus(SLACK));
    }

    private Uni<Outcome> handOver(Mail mail) {
        return mailer.send(mail).replaceWith(Outcome.TAKEN).onFailure().recoverWithItem(Relay::classify);
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
