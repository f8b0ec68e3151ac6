package dev.broadsheet.localstack.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.user.UserManager;
import java.time.Clock;

/**
 * What GreenMail's servers work with. By default each recipient gets an account with folders, found by walking through all
 * of them and named by a 32-bit hash, so that one mail among tens of thousands of readers can be refused for a collision.
 * Here mail goes to the mailbox, and an account comes into being when somebody logs in by IMAP.
 */
final class MailboxManagers extends Managers {

    private final ImapAccounts imapAccounts;
    private final UserManager userManager;
    private final SmtpManager smtpManager;

    MailboxManagers(Mailbox mailbox, Clock clock) {
        this.imapAccounts = new ImapAccounts(mailbox);
        this.userManager = new UserManager(imapAccounts);
        this.smtpManager = new SmtpDelivery(mailbox, imapAccounts, userManager, clock);
    }

    @Override
    public SmtpManager getSmtpManager() {
        return smtpManager;
    }

    @Override
    public UserManager getUserManager() {
        return userManager;
    }

    @Override
    public ImapHostManager getImapHostManager() {
        return imapAccounts;
    }
}
