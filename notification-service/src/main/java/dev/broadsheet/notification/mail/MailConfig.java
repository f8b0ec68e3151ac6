package dev.broadsheet.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** As whom the service itself writes (newsletters have senders of their own). */
@ConfigMapping(prefix = "broadsheet.mail")
public interface MailConfig {

    /** Display name in the From of mails that are no edition. */
    String senderName();

    /** Address in the From of mails that are no edition. */
    String senderAddress();

    /** Right side of every Message-ID, and of List-Id. */
    String messageIdDomain();

    /** The last part of every Feedback-ID, by which Google adds complaints up: five to 15 characters. */
    @WithDefault("broadsheet")
    String feedbackSender();
}
