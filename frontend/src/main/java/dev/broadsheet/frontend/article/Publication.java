package dev.broadsheet.frontend.article;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When an article came out.
 *
 * @param instant for programs, ISO 8601
 * @param date for people
 */
public record Publication(String instant, String date) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    static Publication of(Instant publishedAt, ZoneId newsroom) {
        return new Publication(publishedAt.toString(), DATE.format(publishedAt.atZone(newsroom)));
    }
}
