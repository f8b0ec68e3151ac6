package dev.broadsheet.subscription.newsletter;

import dev.broadsheet.problems.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Which page of the desk's list is asked for, which is in the order of the slugs.
 *
 * @param after the last slug already seen; empty at the beginning
 */
record DeskPageRequest(int limit, String after) {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final String LIST = "newsletters/";

    /** Of the query as it came; null where there was none. */
    static DeskPageRequest of(String limit, String cursor) {
        return new DeskPageRequest(limit == null ? USUAL : number(limit), cursor == null ? "" : decoded(cursor));
    }

    /** Opaque to whoever gets it, and safe in an address. */
    static String cursor(String slug) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((LIST + slug).getBytes(StandardCharsets.UTF_8));
    }

    private static int number(String limit) {
        int number = SHORT_NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > MOST) {
            throw InvalidInputException.of(
                    "limit", "limit.range", "The limit must be a number from 1 to " + MOST + ".");
        }
        return number;
    }

    private static String decoded(String cursor) {
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (place.startsWith(LIST) && NewsletterRules.isSlug(place.substring(LIST.length()))) {
                return place.substring(LIST.length());
            }
            throw refused();
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static InvalidInputException refused() {
        return InvalidInputException.of("cursor", "cursor.invalid", "The cursor is not one that this list gave out.");
    }
}
