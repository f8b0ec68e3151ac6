package dev.broadsheet.notification.readermail;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;

/**
 * The language of a mail: the reader's if there are words in it, English if not.
 *
 * @param locale with the reader's region, which dates are written by
 */
record Language(Locale locale) {

    private static final Set<String> SPOKEN = Set.of("en", "es");

    static Language of(String localeOfReader) {
        Locale locale = Locale.forLanguageTag(localeOfReader);
        return new Language(SPOKEN.contains(locale.getLanguage()) ? locale : Locale.ENGLISH);
    }

    String tag() {
        return locale.getLanguage();
    }

    Words words() {
        return MessageBundles.get(Words.class, Localized.Literal.of(tag()));
    }

    /** To the minute, in UTC. */
    String write(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(time.atOffset(ZoneOffset.UTC));
    }
}
