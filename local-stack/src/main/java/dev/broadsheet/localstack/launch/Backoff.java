package dev.broadsheet.localstack.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long to wait before a restart: soon after the first death, ever longer while deaths follow each other. */
final class Backoff {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration CALM = Duration.ofMinutes(1);

    private final Clock clock;
    private final Duration shortest;
    private Duration next;
    private Instant lastDeath = Instant.EPOCH;

    Backoff(Clock clock, Duration shortest) {
        this.clock = clock;
        this.shortest = shortest;
        this.next = shortest;
    }

    Duration next() {
        Instant now = clock.instant();
        if (Duration.between(lastDeath, now).compareTo(CALM) > 0) {
            next = shortest;
        }
        lastDeath = now;
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
