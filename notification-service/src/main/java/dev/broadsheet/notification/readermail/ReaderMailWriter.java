package dev.broadsheet.notification.readermail;

import dev.broadsheet.notification.mail.Links;
import dev.broadsheet.notification.mail.MailConfig;
import dev.broadsheet.notification.mail.ReturnPaths;
import dev.broadsheet.notification.mime.MailHeaders;
import dev.broadsheet.notification.mime.Mould;
import dev.broadsheet.notification.relay.Message;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Writes letters as mails. */
@ApplicationScoped
class ReaderMailWriter {

    private final Letters letters;
    private final Links links;
    private final MailConfig config;
    private final ReturnPaths returnPaths;
    private final Clock clock;

    ReaderMailWriter(Letters letters, Links links, MailConfig config, ReturnPaths returnPaths, Clock clock) {
        this.letters = letters;
        this.links = links;
        this.config = config;
        this.returnPaths = returnPaths;
        this.clock = clock;
    }

    /** @throws dev.broadsheet.notification.mime.UnwritableAddressException if no mail can be written to the address */
    Message write(DueMail due) {
        Letter letter = letters.of(due);
        Mould mould = new Mould(
                headers(due, letter),
                Templates.text(letter).render(),
                Templates.html(letter).render(),
                List.of());
        return new Message(returnPath(due), due.email(), mould.cast(new MailHeaders().to(due.email()), List.of()));
    }

    private MailHeaders headers(DueMail due, Letter letter) {
        MailHeaders headers = new MailHeaders()
                .from(config.senderName(), config.senderAddress())
                .subject(letter.subject())
                .date(clock.instant())
                .field("Message-ID", due.messageId(config.messageIdDomain()))
                // RFC 3834: out-of-office replies are not wanted.
                .field("Auto-Submitted", "auto-generated");
        if (due.unsubscribeToken() != null) {
            headers.unsubscribe(links.listUnsubscribe(due.unsubscribeToken()));
        }
        return headers;
    }

    /** What comes back of a mailbox that is not the reader's yet says nothing of the reader. */
    private String returnPath(DueMail due) {
        return due.kind().goesToTheReadersOwnAddress()
                ? returnPaths.of(due.subscriberId(), due.id())
                : config.senderAddress();
    }

    @CheckedTemplate(basePath = "readermail")
    static class Templates {
        static native TemplateInstance text(Letter letter);

        static native TemplateInstance html(Letter letter);
    }
}
