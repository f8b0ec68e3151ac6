package dev.broadsheet.localstack.mail;

import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Shows the mailbox by IMAP to whoever logs in with an address, or with {@code *@domain} for all mail to a domain. */
final class ImapAccounts extends ImapHostManagerImpl {

    private final Mailbox mailbox;
    private final Map<String, MailFolder> inboxes = new ConcurrentHashMap<>();

    ImapAccounts(Mailbox mailbox) {
        super(new InMemoryStore());
        this.mailbox = mailbox;
        mailbox.onDropped(this::hide);
    }

    @Override
    public void createPrivateMailAccount(GreenMailUser user) throws FolderException {
        super.createPrivateMailAccount(user);
        MailFolder inbox = getInbox(user);
        String address = HeldMail.normalised(user.getEmail());
        // First the inbox, then its mails: one that arrives in between is shown by its sender's thread, and not twice.
        inboxes.put(address, inbox);
        List<HeldMail> newestFirst = mailbox.matching(mail -> accounts(mail).contains(address));
        synchronized (this) {
            for (int index = newestFirst.size() - 1; index >= 0; index--) {
                storeOnce(newestFirst.get(index), inbox);
            }
        }
    }

    synchronized void show(HeldMail mail) {
        for (String account : accounts(mail)) {
            MailFolder inbox = inboxes.get(account);
            if (inbox != null) {
                storeOnce(mail, inbox);
            }
        }
    }

    private synchronized void hide(HeldMail mail) {
        for (String account : accounts(mail)) {
            MailFolder inbox = inboxes.get(account);
            if (inbox != null) {
                remove(mail, inbox);
            }
        }
    }

    private static Set<String> accounts(HeldMail mail) {
        Set<String> accounts = new LinkedHashSet<>(mail.recipients());
        mail.recipients()
                .forEach(recipient -> accounts.add("*@" + recipient.substring(recipient.lastIndexOf('@') + 1)));
        return accounts;
    }

    private static void storeOnce(HeldMail mail, MailFolder inbox) {
        if (inbox.getMessages().stream().noneMatch(stored -> isSame(stored, mail))) {
            inbox.appendMessage(mail.message(), new Flags(), Date.from(mail.receivedAt()));
        }
    }

    private static void remove(HeldMail mail, MailFolder inbox) {
        try {
            for (StoredMessage stored : inbox.getMessages()) {
                if (isSame(stored, mail)) {
                    stored.getMimeMessage().setFlag(Flags.Flag.DELETED, true);
                }
            }
            inbox.expunge();
        } catch (MessagingException | FolderException e) {
            throw new IllegalStateException("Cannot remove a mail from an IMAP inbox", e);
        }
    }

    private static boolean isSame(StoredMessage stored, HeldMail mail) {
        return stored.getMimeMessage() == mail.message();
    }
}
