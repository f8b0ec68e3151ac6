package dev.broadsheet.notification.readermail;

import dev.broadsheet.notification.editionmail.NewestEditions;
import dev.broadsheet.notification.language.Language;
import dev.broadsheet.notification.mail.Links;
import dev.broadsheet.notification.newsletter.Masthead;
import dev.broadsheet.notification.newsletter.Newsletters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds the words. No letter names another mailbox than the one that it goes to. */
@ApplicationScoped
class Letters {

    private final Newsletters newsletters;
    private final SendTimes sendTimes;
    private final NewestEditions newest;
    private final Links links;

    Letters(Newsletters newsletters, SendTimes sendTimes, NewestEditions newest, Links links) {
        this.newsletters = newsletters;
        this.sendTimes = sendTimes;
        this.newest = newest;
        this.links = links;
    }

    Letter of(DueMail due) {
        Language language = Language.of(due.locale());
        Words words = language.words(Words.class);
        String until = words.linkWorksUntil(language.write(due.expiresAt())) + " ";
        return switch (due.kind()) {
            case CONFIRMATION ->
                new Letter(
                        language.tag(),
                        words.confirmationSubject(),
                        words.confirmationOpening(),
                        due.newsletters().stream().map(this::nameOf).toList(),
                        null,
                        new Letter.Step(
                                words.openAndPress(), words.confirmationButton(), links.confirmation(due.token())),
                        null,
                        until + words.confirmationClosing());
            case PREFERENCES_LINK ->
                request(
                        language,
                        words.preferencesSubject(),
                        words.preferencesOpening(),
                        new Letter.Step(words.open(), words.preferencesButton(), links.preferences(due.token())),
                        until + words.preferencesClosing());
            case ADDRESS_CURRENT ->
                request(
                        language,
                        words.addressCurrentSubject(),
                        words.addressCurrentOpening(),
                        new Letter.Step(
                                words.openAndPress(), words.addressCurrentButton(), links.addressChange(due.token())),
                        until + words.addressCurrentClosing());
            case ADDRESS_WANTED ->
                request(
                        language,
                        words.addressWantedSubject(),
                        words.addressWantedOpening(),
                        new Letter.Step(
                                words.openAndPress(), words.addressWantedButton(), links.addressChange(due.token())),
                        until + words.addressWantedClosing());
            case WELCOME -> welcome(due, language, words);
            case GOODBYE -> goodbye(due, language, words);
        };
    }

    private static Letter request(Language language, String subject, String opening, Letter.Step step, String closing) {
        return new Letter(language.tag(), subject, opening, List.of(), null, step, null, closing);
    }

    private Letter welcome(DueMail due, Language language, Words words) {
        List<String> names = due.newsletters().stream().map(this::nameOf).toList();
        return new Letter(
                language.tag(),
                words.welcomeSubject(String.join(", ", names)),
                words.welcomeOpening(),
                due.newsletters().stream()
                        .map(slug -> sendTimes.of(slug, language))
                        .toList(),
                newestOf(due.newsletters(), words),
                preferences(due.token(), words),
                null,
                words.welcomeClosing());
    }

    private Letter goodbye(DueMail due, Language language, Words words) {
        return new Letter(
                language.tag(),
                words.goodbyeSubject(),
                words.goodbyeOpening(),
                due.newsletters().stream().map(this::nameOf).toList(),
                null,
                new Letter.Step(words.goodbyeOthers(), words.goodbyeButton(), links.newsletters()),
                due.token() == null ? null : preferences(due.token(), words),
                words.goodbyeClosing());
    }

    private Letter.Step preferences(String token, Words words) {
        return new Letter.Step(words.welcomePreferences(), words.welcomeButton(), links.preferences(token));
    }

    private Letter.Newest newestOf(List<String> slugs, Words words) {
        List<Letter.Reading> readings = slugs.stream()
                .flatMap(slug -> newest.of(slug).stream())
                .map(edition -> new Letter.Reading(edition.headline(), links.edition(edition.id())))
                .distinct()
                .toList();
        return readings.isEmpty() ? null : new Letter.Newest(words.newest(), readings);
    }

    /** The two topics are not ordered among each other: a sign-up may be here before the newsletter's name is. */
    private String nameOf(String slug) {
        return newsletters.find(slug).map(Masthead::name).orElse(slug);
    }
}
