package dev.broadsheet.notification.readermail;

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

/** Writes the mails in the reader's language. None names another mailbox than the one that it goes to. */
@ApplicationScoped
class ReaderMailWriter {

    private final Newsletters newsletters;
    private final Links links;
    private final MailConfig config;

    ReaderMailWriter(Newsletters newsletters, Links links, MailConfig config) {
        this.newsletters = newsletters;
        this.links = links;
        this.config = config;
    }

    Mail write(DueMail due) {
        Letter letter = letter(due);
        return new Mail()
                .setFrom(new Sender(config.senderName(), config.senderAddress()).header())
                .addTo(due.email())
                .setSubject(letter.subject())
                .setText(Templates.text(letter).render())
                .setHtml(Templates.html(letter).render())
                .addHeader("Message-ID", due.messageId(config.messageIdDomain()))
                // RFC 3834: out-of-office replies are not wanted.
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private Letter letter(DueMail due) {
        Language language = Language.of(due.locale());
        Words words = language.words();
        String until = words.linkWorksUntil(language.write(due.expiresAt()));
        return switch (due.kind()) {
            case CONFIRMATION ->
                new Letter(
                        language.tag(),
                        words.confirmationSubject(),
                        words.confirmationOpening(),
                        due.newsletters().stream().map(this::nameOf).toList(),
                        words.openAndPress(),
                        words.confirmationButton(),
                        links.confirmation(due.token()),
                        until,
                        words.confirmationClosing());
            case PREFERENCES_LINK ->
                new Letter(
                        language.tag(),
                        words.preferencesSubject(),
                        words.preferencesOpening(),
                        List.of(),
                        words.open(),
                        words.preferencesButton(),
                        links.preferences(due.token()),
                        until,
                        words.preferencesClosing());
            case ADDRESS_CURRENT ->
                new Letter(
                        language.tag(),
                        words.addressCurrentSubject(),
                        words.addressCurrentOpening(),
                        List.of(),
                        words.openAndPress(),
                        words.addressCurrentButton(),
                        links.addressChange(due.token()),
                        until,
                        words.addressCurrentClosing());
            case ADDRESS_WANTED ->
                new Letter(
                        language.tag(),
                        words.addressWantedSubject(),
                        words.addressWantedOpening(),
                        List.of(),
                        words.openAndPress(),
                        words.addressWantedButton(),
                        links.addressChange(due.token()),
                        until,
                        words.addressWantedClosing());
        };
    }

    /** The two topics are not ordered among each other: a sign-up may be here before the newsletter's name is. */
    private String nameOf(String slug) {
        return newsletters.find(slug).map(Masthead::name).orElse(slug);
    }

    @CheckedTemplate(basePath = "readermail")
    static class Templates {
        static native TemplateInstance text(Letter letter);

        static native TemplateInstance html(Letter letter);
    }
}
