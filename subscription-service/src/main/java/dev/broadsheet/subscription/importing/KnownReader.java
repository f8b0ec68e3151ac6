package dev.broadsheet.subscription.importing;

import java.util.Map;
import java.util.UUID;

/**
 * A reader who is there before a row is imported, or was just made for it.
 *
 * @param subscriptions the state of each newsletter that the reader ever had to do with
 */
record KnownReader(UUID id, String email, String state, String locale, String zone, Map<String, String> subscriptions) {

    boolean takesNoMail() {
        return state.equals("UNDELIVERABLE") || state.equals("COMPLAINED");
    }

    boolean hasLeftEverything() {
        return subscriptions.containsValue("CANCELLED") && !subscriptions.containsValue("CONFIRMED");
    }

    @Override
    public String toString() {
        return "KnownReader[" + id + "]";
    }
}
