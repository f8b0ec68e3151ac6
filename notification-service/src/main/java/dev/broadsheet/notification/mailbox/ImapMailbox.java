package dev.broadsheet.notification.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** One visit to the mailbox. */
final class ImapMailbox implements AutoCloseable {

    private final MailboxConfig config;
    private final IMAPStore store;
    private final IMAPFolder arrivals;

    private ImapMailbox(MailboxConfig config, IMAPStore store, IMAPFolder arrivals) {
        this.config = config;
        this.store = store;
        this.arrivals = arrivals;
    }

    static ImapMailbox open(MailboxConfig config) throws MessagingException {
        String protocol = config.tls() == MailboxConfig.Tls.IMPLICIT ? "imaps" : "imap";
        IMAPStore store =
                (IMAPStore) Session.getInstance(properties(config, protocol)).getStore(protocol);
        try {
            store.connect(
                    config.host().orElseThrow(),
                    config.port(),
                    config.user().orElse(""),
                    config.password().orElse(""));
            IMAPFolder arrivals = (IMAPFolder) store.getFolder(config.folder());
            arrivals.open(Folder.READ_WRITE);
            return new ImapMailbox(config, store, arrivals);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** The mails that have waited longest. */
    List<Message> oldest(int most) throws MessagingException {
        int count = Math.min(most, arrivals.getMessageCount());
        return count == 0 ? List.of() : Arrays.asList(arrivals.getMessages(1, count));
    }

    void fileHandled(Message mail) throws MessagingException {
        if (config.deleteHandled()) {
            mail.setFlag(Flags.Flag.DELETED, true);
        } else {
            move(mail, config.handledFolder());
        }
    }

    void fileUnclear(Message mail) throws MessagingException {
        move(mail, config.unclearFolder());
    }

    private void move(Message mail, String folder) throws MessagingException {
        Folder target = store.getFolder(folder);
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        Message[] mails = {mail};
        if (store.hasCapability("MOVE")) {
            arrivals.moveMessages(mails, target);
        } else {
            arrivals.copyMessages(mails, target);
            mail.setFlag(Flags.Flag.DELETED, true);
        }
    }

    @Override
    public void close() throws MessagingException {
        try (store) {
            if (arrivals.isOpen()) {
                arrivals.close(true);
            }
        }
    }

    private static Properties properties(MailboxConfig config, String protocol) {
        String prefix = "mail." + protocol + ".";
        String timeout = Long.toString(config.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", timeout);
        properties.setProperty(prefix + "timeout", timeout);
        properties.setProperty(
                prefix + "writetimeout", Long.toString(Duration.ofSeconds(20).toMillis()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        // A mail in one piece; the default asks for 16 KiB at a time.
        properties.setProperty(prefix + "fetchsize", Integer.toString(1 << 20));
        if (config.tls() == MailboxConfig.Tls.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return properties;
    }
}
