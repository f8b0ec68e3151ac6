package dev.broadsheet.notification.editiondesk;

import dev.broadsheet.notification.newsletter.NewsletterFilter;
import dev.broadsheet.problems.InvalidInputException;
import java.util.List;

/**
 * Which editions are asked for.
 *
 * @param state null: any
 */
record EditionFilter(NewsletterFilter newsletter, String state) {

    private static final List<String> STATES = List.of("OPEN", "FREEZING", "SENDING", "SENT");

    /** Of the query as it came; null where there was none. */
    static EditionFilter of(String newsletter, String state) {
        if (state != null && !STATES.contains(state)) {
            throw InvalidInputException.of("state", "state.unknown", "The state must be one of " + STATES + ".");
        }
        return new EditionFilter(new NewsletterFilter(newsletter), state);
    }

    /** What tells this list from others, in its cursors. */
    String list() {
        return "editions " + newsletter.name() + " " + (state == null ? "" : state);
    }
}
