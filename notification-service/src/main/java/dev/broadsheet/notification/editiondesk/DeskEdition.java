package dev.broadsheet.notification.editiondesk;

import dev.broadsheet.notification.delivery.DeliveryCounts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An edition as editors follow it.
 *
 * @param state OPEN, FREEZING (its audience is being written down), SENDING or SENT
 * @param held nothing goes on until it is let go
 * @param slot when it is to close; null for an edition that one article makes by itself
 * @param audience readers frozen into it so far
 * @param items its articles, in the order of the mail
 * @param deliveries how many there are in each state
 * @param startedAt when the first mail was handed over
 * @param perSecond mails handed over a second, from the first to the last; null before the first
 */
public record DeskEdition(
        UUID id,
        String newsletter,
        String state,
        boolean held,
        Instant slot,
        Instant openedAt,
        Instant closedAt,
        Instant startedAt,
        Instant finishedAt,
        long audience,
        List<Item> items,
        DeliveryCounts deliveries,
        Double perSecond) {

    static final String SENT = "SENT";

    boolean isSent() {
        return state.equals(SENT);
    }

    /** One article of it. */
    public record Item(UUID articleId, String headline, String url) {}
}
