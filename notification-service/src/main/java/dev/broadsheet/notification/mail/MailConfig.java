package dev.broadsheet.notification.mail;

import io.smallrye.config.ConfigMapping;

/** As whom the service itself writes. Newsletters have senders of their own. */
@ConfigMapping(prefix = "broadsheet.mail")
public interface MailConfig {

    /** Display name in the From of confirmation mails. */
    String senderName();

    /** Address in the From of confirmation mails. */
    String senderAddress();

    /** Right side of every Message-ID, and of List-Id. */
    String messageIdDomain();
}
