package dev.broadsheet.notification.delivery;

import dev.broadsheet.notification.mail.Links;
import dev.broadsheet.notification.mail.MailConfig;
import dev.broadsheet.notification.newsletter.Masthead;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes one edition's mails: the same to everyone but for the address and the way out. */
final class EditionMailWriter {

    private final UUID edition;
    private final Instant closedAt;
    private final Masthead masthead;
    private final List<Story> stories;
    private final Links links;
    private final MailConfig config;

    EditionMailWriter(
            UUID edition, Instant closedAt, Masthead masthead, List<Story> stories, Links links, MailConfig config) {
        this.edition = edition;
        this.closedAt = closedAt;
        this.masthead = masthead;
        this.stories = stories;
        this.links = links;
        this.config = config;
    }

    Instant closedAt() {
        return closedAt;
    }

    Mail write(Due due) {
        String wayOut = links.unsubscribe(due.unsubscribeToken());
        return new Mail()
                .setFrom(masthead.sender().header())
                .addTo(due.email())
                .setSubject(stories.get(0).headline())
                .setText(Templates.text(masthead, stories, wayOut).render())
                .setHtml(Templates.html(masthead, stories, wayOut).render())
                // The same however often this delivery is sent, so that a repetition can be told from a second mail.
                .addHeader(
                        "Message-ID", "<" + edition + "." + due.subscriberId() + "@" + config.messageIdDomain() + ">")
                .addHeader("List-Id", "<" + masthead.slug() + "." + config.messageIdDomain() + ">")
                .addHeader("List-Unsubscribe", "<" + wayOut + ">")
                // RFC 8058: mail programs unsubscribe by one POST, without opening a page.
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    @CheckedTemplate(basePath = "edition")
    static class Templates {
        static native TemplateInstance text(Masthead masthead, List<Story> stories, String wayOut);

        static native TemplateInstance html(Masthead masthead, List<Story> stories, String wayOut);
    }
}
