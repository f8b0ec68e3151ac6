package dev.broadsheet.notification.confirmation;

import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import dev.broadsheet.notification.mail.Links;
import dev.broadsheet.notification.mail.MailConfig;
import dev.broadsheet.notification.mail.Sender;
import dev.broadsheet.notification.newsletter.Masthead;
import dev.broadsheet.notification.newsletter.Newsletters;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes the mail that asks a reader to confirm. */
@ApplicationScoped
class ConfirmationMailWriter {

    private final Newsletters newsletters;
    private final Links links;
    private final MailConfig config;

    ConfirmationMailWriter(Newsletters newsletters, Links links, MailConfig config) {
        this.newsletters = newsletters;
        this.links = links;
        this.config = config;
    }

    Mail write(DueConfirmation due) {
        SubscriptionCreated signUp = due.signUp();
        List<String> names = signUp.newsletters().stream().map(this::nameOf).toList();
        String link = links.confirmation(signUp.confirmation().token());
        return new Mail()
                .setFrom(new Sender(config.senderName(), config.senderAddress()).header())
                .addTo(signUp.email())
                .setSubject("Please confirm your sign-up")
                .setText(Templates.text(names, link).render())
                .setHtml(Templates.html(names, link).render())
                .addHeader("Message-ID", "<" + due.id() + ".confirmation@" + config.messageIdDomain() + ">")
                // RFC 3834: out-of-office replies are not wanted.
                .addHeader("Auto-Submitted", "auto-generated");
    }

    /** The two topics are not ordered among each other: a sign-up may be here before the newsletter's name is. */
    private String nameOf(String slug) {
        return newsletters.find(slug).map(Masthead::name).orElse(slug);
    }

    @CheckedTemplate(basePath = "confirmation")
    static class Templates {
        static native TemplateInstance text(List<String> newsletters, String link);

        static native TemplateInstance html(List<String> newsletters, String link);
    }
}
