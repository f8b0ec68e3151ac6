package dev.broadsheet.notification.pastedition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An edition as its readers got it.
 *
 * @param subject of its mail
 * @param items its articles, in the order of the mail, as they were when it closed
 */
public record PastEdition(UUID id, Newsletter newsletter, String subject, Instant closedAt, List<Item> items) {

    public record Newsletter(String slug, String name) {}

    /** One article. */
    public record Item(String headline, String summary, String url, String section, String byline, int readMinutes) {}
}
