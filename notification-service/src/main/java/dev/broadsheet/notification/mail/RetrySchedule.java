package dev.broadsheet.notification.mail;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to try a deferred mail again: after a second, then twice as long each time up to ten minutes, each with a random
 * half taken off so that an outage does not end in a stampede.
 */
public final class RetrySchedule {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;

    private static final RandomGenerator RANDOM = new SecureRandom();

    private RetrySchedule() {}

    /** The delay after this many attempts, one or more. */
    public static Duration after(int attempts) {
        long millis = FIRST.toMillis() << Math.min(attempts - 1, MOST_DOUBLINGS);
        long capped = Math.min(millis, LONGEST.toMillis());
        return Duration.ofMillis(capped / 2 + RANDOM.nextLong(capped / 2 + 1));
    }
}
