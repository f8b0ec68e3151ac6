package dev.broadsheet.notification.relay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Whose turn it is, by weight: each in proportion, and evenly spread ("smooth weighted round robin"). */
final class Turns {

    private final Map<Relay, Integer> credit = new HashMap<>();

    /** At least one has to match. */
    Relay next(List<Relay> relays, Predicate<Relay> matching) {
        Relay next = null;
        int all = 0;
        for (Relay relay : relays) {
            if (matching.test(relay)) {
                all += relay.weight();
                credit.merge(relay, relay.weight(), Integer::sum);
                if (next == null || credit.get(relay) > credit.get(next)) {
                    next = relay;
                }
            }
        }
        credit.merge(next, -all, Integer::sum);
        return next;
    }
}
