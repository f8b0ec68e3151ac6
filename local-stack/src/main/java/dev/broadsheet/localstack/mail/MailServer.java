package dev.broadsheet.localstack.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.broadsheet.localstack.StackException;
import dev.broadsheet.localstack.StackPart;
import dev.broadsheet.localstack.inbox.InboxServer;
import java.time.Clock;
import java.time.Duration;

/**
 * An SMTP server that takes any mail, and two ways to read it: IMAP with any login (an address, or {@code *@domain} for all
 * mail to a domain), and the inbox page.
 */
public final class MailServer implements StackPart {

    private static final String HOST = "localhost";
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    /** As RFC 5321 asks. GreenMail's own 30 s cut off connections that a mailer keeps for its next mail. */
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(5);

    private final MailSettings settings;
    private final Mailbox mailbox;
    private GreenMail servers;
    private InboxServer inbox;

    public MailServer(MailSettings settings) {
        this.settings = settings;
        this.mailbox = new Mailbox(settings.limits());
    }

    @Override
    public String title() {
        return "Mail";
    }

    public int smtpPort() {
        return settings.smtpPort();
    }

    public int imapPort() {
        return settings.imapPort();
    }

    public String inboxUrl() {
        return "http://" + HOST + ":" + settings.inboxPort();
    }

    @Override
    public synchronized void start() {
        if (servers != null) {
            return;
        }
        GreenMail starting = new MailServers(mailbox, Clock.systemUTC(), new ServerSetup[] {
            setup(settings.smtpPort(), ServerSetup.PROTOCOL_SMTP), setup(settings.imapPort(), ServerSetup.PROTOCOL_IMAP)
        });
        try {
            starting.start();
            starting.getSmtp().setClientSocketTimeout((int) IDLE_LIMIT.toMillis());
            starting.getImap().setClientSocketTimeout((int) IDLE_LIMIT.toMillis());
            inbox = InboxServer.start(HOST, settings.inboxPort(), mailbox);
        } catch (RuntimeException e) {
            starting.stop();
            throw new StackException("The mail server did not start", e);
        }
        servers = starting;
    }

    /** Mails that were taken stay, and are there again after the next start of this object. */
    @Override
    public synchronized void stop() {
        if (servers == null) {
            return;
        }
        inbox.stop();
        servers.stop();
        servers = null;
    }

    private static ServerSetup setup(int port, String protocol) {
        ServerSetup setup = new ServerSetup(port, HOST, protocol);
        setup.setServerStartupTimeout(START_LIMIT.toMillis());
        return setup;
    }
}
