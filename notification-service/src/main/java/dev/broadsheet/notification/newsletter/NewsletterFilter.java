package dev.broadsheet.notification.newsletter;

import dev.broadsheet.problems.InvalidInputException;
import java.util.regex.Pattern;

/**
 * Which newsletter's part of a list is asked for.
 *
 * @param slug null: any
 */
public record NewsletterFilter(String slug) {

    /** Other text is no newsletter's name, and some of it PostgreSQL cannot even look for. */
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,120}");

    public NewsletterFilter {
        if (slug != null && !SLUG.matcher(slug).matches()) {
            throw InvalidInputException.of("newsletter", "newsletter.invalid", "This is not the slug of a newsletter.");
        }
    }

    /** What tells lists of different newsletters apart. */
    public String name() {
        return slug == null ? "" : slug;
    }
}
