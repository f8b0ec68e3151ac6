package dev.broadsheet.notification.editiondesk;

import dev.broadsheet.problems.InvalidInputException;

/** Whether an edition is to be held. */
public record HoldOrder(Boolean held) {

    static boolean required(HoldOrder order) {
        if (order == null || order.held() == null) {
            throw InvalidInputException.of("held", "held.required", "Say whether the edition is to be held.");
        }
        return order.held();
    }
}
