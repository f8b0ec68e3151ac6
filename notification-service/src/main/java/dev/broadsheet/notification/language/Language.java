package dev.broadsheet.notification.language;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;

/**
 * The language of a mail: the reader's if there are words in it, English if not.
 *
 * @param locale with the reader's region, which dates are written by
 */
public record Language(Locale locale) {

    private static final Set<String> SPOKEN = Set.of("en", "es");

    public static Language of(String localeOfReader) {
        Locale locale = Locale.forLanguageTag(localeOfReader);
        return new Language(SPOKEN.contains(locale.getLanguage()) ? locale : Locale.ENGLISH);
    }

    public String tag() {
        return locale.getLanguage();
    }

    /** The words of a message bundle. */
    public <W> W words(Class<W> bundle) {
        return MessageBundles.get(bundle, Localized.Literal.of(tag()));
    }

    /** To the minute, in UTC. */
    public String write(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(time.atOffset(ZoneOffset.UTC));
    }

    public String write(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(time);
    }

    public String write(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }
}
