package dev.broadsheet.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** As whom the service itself writes (newsletters have senders of their own), and how it hands over. */
@ConfigMapping(prefix = "broadsheet.mail")
public interface MailConfig {

    /** Display name in the From of mails that are no edition. */
    String senderName();

    /** Address in the From of mails that are no edition. */
    String senderAddress();

    /** Right side of every Message-ID, and of List-Id. */
    String messageIdDomain();

    /**
     * How long one hand-over may take, waiting for a connection included; then the mail is deferred. Above
     * quarkus.mailer.timeout, which bounds each answer of the relay, and below broadsheet.delivery.lease.
     */
    @WithDefault("15s")
    Duration handOverLimit();
}
