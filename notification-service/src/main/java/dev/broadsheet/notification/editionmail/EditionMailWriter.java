package dev.broadsheet.notification.editionmail;

import dev.broadsheet.notification.language.Language;
import dev.broadsheet.notification.mail.Links;
import dev.broadsheet.notification.mail.MailConfig;
import dev.broadsheet.notification.mail.ReturnPaths;
import dev.broadsheet.notification.mail.Sender;
import dev.broadsheet.notification.mime.MailHeaders;
import dev.broadsheet.notification.mime.Mailbox;
import dev.broadsheet.notification.mime.Mould;
import dev.broadsheet.notification.newsletter.Masthead;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Writes and encodes what all readers of an edition share. */
@ApplicationScoped
class EditionMailWriter {

    private final Links links;
    private final MailConfig config;
    private final ReturnPaths returnPaths;

    EditionMailWriter(Links links, MailConfig config, ReturnPaths returnPaths) {
        this.links = links;
        this.config = config;
        this.returnPaths = returnPaths;
    }

    EditionMail write(EditionContent content, Language language, Instant closedAt) {
        String wayOut = Mould.mark();
        String preferences = Mould.mark();
        Paper paper = Paper.of(content, language, links.edition(content.id()), wayOut, preferences);
        Mould mould = new Mould(
                headers(content, paper.subject(), closedAt),
                Templates.text(paper).render(),
                Templates.html(paper).render(),
                List.of(wayOut, preferences));
        return new EditionMail(content.id(), closedAt, mould, config.messageIdDomain(), links, returnPaths);
    }

    private MailHeaders headers(EditionContent content, String subject, Instant closedAt) {
        Masthead masthead = content.masthead();
        Sender sender = masthead.sender();
        return new MailHeaders()
                .from(sender.name(), Mailbox.isWritable(sender.address()) ? sender.address() : config.senderAddress())
                .subject(subject)
                .date(closedAt)
                .field("List-Id", "<" + masthead.slug() + "." + config.messageIdDomain() + ">")
                // https://support.google.com/mail/answer/6254652: up to three identifiers, then the sender's, which is
                // the same in all its mail; no identifier may stand in two places.
                .field(
                        "Feedback-ID",
                        content.id() + ":" + masthead.slug() + ":" + (content.isDigest() ? "digest" : "article") + ":"
                                + config.feedbackSender());
    }

    @CheckedTemplate(basePath = "editionmail")
    static class Templates {
        static native TemplateInstance text(Paper paper);

        static native TemplateInstance html(Paper paper);
    }
}
