package dev.broadsheet.notification.delivery;

import dev.broadsheet.notification.relay.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A delivery that was claimed, and what became of it. */
record Attempt(Due due, Outcome outcome) {

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    UUID subscriber() {
        return due.recipient().subscriberId();
    }

    /** How long to wait if none of them was begun and all were told to wait; otherwise empty. */
    static Optional<Duration> waitOfAll(List<Attempt> attempts) {
        boolean all = attempts.stream()
                .map(Attempt::outcome)
                .allMatch(outcome ->
                        outcome.result() == Outcome.Result.NOT_BEGUN && Objects.nonNull(outcome.retryAfter()));
        if (!all) {
            return Optional.empty();
        }
        return attempts.stream()
                .map(attempt -> attempt.outcome().retryAfter())
                .min(Duration::compareTo)
                .map(wait -> wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait);
    }
}
