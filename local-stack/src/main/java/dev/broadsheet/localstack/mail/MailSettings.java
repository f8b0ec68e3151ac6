package dev.broadsheet.localstack.mail;

/** @param limits how much mail to keep */
public record MailSettings(int smtpPort, int imapPort, int inboxPort, Mailbox.Limits limits) {

    public static final Mailbox.Limits USUAL_LIMITS = new Mailbox.Limits(20_000, 384L << 20);
}
