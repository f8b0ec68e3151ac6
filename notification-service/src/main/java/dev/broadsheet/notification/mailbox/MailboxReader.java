package dev.broadsheet.notification.mailbox;

import dev.broadsheet.notification.bounce.Bounces;
import dev.broadsheet.notification.bounce.Unsubscribes;
import dev.broadsheet.outbox.WorkLoop;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Works off the mailbox. What a mail says is committed before the mail is moved; if the process dies in between, the mail is
 * read again and says nothing new. A mail that is not understood is moved aside and holds up nobody.
 */
@ApplicationScoped
class MailboxReader {

    private static final Logger LOG = Logger.getLogger(MailboxReader.class);
    private static final int MAILS_A_VISIT = 100;

    /** Reports give back a header or a mail; what is far larger than any of ours is neither. */
    private static final int LARGEST = 5 << 20;

    private final MailboxConfig config;
    private final DataSource dataSource;
    private final MailFindings findings;
    private final Bounces bounces;
    private final Unsubscribes unsubscribes;
    private final MeterRegistry meters;
    private final Clock clock;
    private final WorkLoop loop;

    MailboxReader(
            MailboxConfig config,
            DataSource dataSource,
            MailFindings findings,
            Bounces bounces,
            Unsubscribes unsubscribes,
            MeterRegistry meters,
            Clock clock) {
        this.config = config;
        this.dataSource = dataSource;
        this.findings = findings;
        this.bounces = bounces;
        this.unsubscribes = unsubscribes;
        this.meters = meters;
        this.clock = clock;
        this.loop = new WorkLoop("mailbox-reader", config.interval(), this::visit);
    }

    void start(@Observes StartupEvent event) {
        if (config.host().isPresent()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Whether there may be more than one visit takes. */
    private boolean visit() throws SQLException {
        Optional<MailboxLead> lead = MailboxLead.tryToTake(dataSource);
        if (lead.isEmpty()) {
            return false;
        }
        try (MailboxLead held = lead.get()) {
            return readOldest() == MAILS_A_VISIT;
        }
    }

    private int readOldest() {
        try (ImapMailbox mailbox = ImapMailbox.open(config)) {
            List<Message> mails = mailbox.oldest(MAILS_A_VISIT);
            for (Message mail : mails) {
                handle(mail, mailbox);
            }
            return mails.size();
        } catch (MessagingException e) {
            // Without its message, which may quote the login or an address.
            LOG.warnf("event=mailbox.unreachable cause=%s", e.getClass().getSimpleName());
            return 0;
        }
    }

    private void handle(Message mail, ImapMailbox mailbox) throws MessagingException {
        Finding finding = understand(mail);
        if (finding instanceof Finding.Reported reported) {
            bounces.record(reported.report());
        } else if (finding instanceof Finding.Leaving leaving) {
            unsubscribes.request(leaving.token(), leaving.messageId(), leaving.at());
        }
        if (finding instanceof Finding.Unclear) {
            mailbox.fileUnclear(mail);
        } else {
            mailbox.fileHandled(mail);
        }
        meters.counter("broadsheet.mailbox.mails", "outcome", finding.outcome()).increment();
    }

    private Finding understand(Message mail) throws MessagingException {
        if (mail.getSize() > LARGEST) {
            return new Finding.Unclear();
        }
        try {
            return findings.of(loaded(mail), arrived(mail));
        } catch (MessagingException | IOException | RuntimeException e) {
            if (!mail.getFolder().isOpen()) {
                throw new MessagingException("The connection is gone");
            }
            LOG.infof("event=mailbox.mail.unreadable cause=%s", e.getClass().getSimpleName());
            return new Finding.Unclear();
        }
    }

    /** All of it, once: what is read later cannot fail half-way, and is asked of the server only once. */
    private static MimeMessage loaded(Message mail) throws MessagingException, IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        mail.writeTo(octets);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets.toByteArray()));
    }

    private Instant arrived(Message mail) throws MessagingException {
        return mail.getReceivedDate() == null
                ? clock.instant()
                : mail.getReceivedDate().toInstant();
    }
}
