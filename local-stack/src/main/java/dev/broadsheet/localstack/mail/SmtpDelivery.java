package dev.broadsheet.localstack.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.UUID;

/** Puts what SMTP takes into the mailbox, before the sender is told that it was taken. */
final class SmtpDelivery extends SmtpManager {

    private final Mailbox mailbox;
    private final ImapAccounts imapAccounts;
    private final Clock clock;

    SmtpDelivery(Mailbox mailbox, ImapAccounts imapAccounts, UserManager userManager, Clock clock) {
        super(imapAccounts, userManager);
        this.mailbox = mailbox;
        this.imapAccounts = imapAccounts;
        this.clock = clock;
    }

    /** Not synchronized as the method it replaces: the mailbox has its own lock, held for microseconds. */
    @Override
    public void send(SmtpState state) {
        MovingMessage taken = state.getMessage();
        try {
            HeldMail mail = HeldMail.of(
                    UUID.randomUUID().toString(),
                    clock.instant(),
                    taken.getToAddresses().stream().map(MailAddress::getEmail).toList(),
                    taken.getMessage());
            mailbox.add(mail);
            imapAccounts.show(mail);
        } catch (MessagingException e) {
            // GreenMail answers 451 to any exception.
            throw new IllegalStateException("Cannot read a mail", e);
        }
    }
}
