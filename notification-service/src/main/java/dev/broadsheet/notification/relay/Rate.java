package dev.broadsheet.notification.relay;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.OptionalInt;

/** So many mails in a second, or as many as there are. */
final class Rate {

    /** A quarter of a second's worth may go at once: more would be a burst, less would be lost between two ticks. */
    private static final int BURSTS_A_SECOND = 4;

    /** Whoever does not wait as long as told would else push the turns of all further and further away. */
    private static final long LONGEST_WAIT = Duration.ofSeconds(30).toNanos();

    private final Bucket bucket;
    private final long interval;
    private long nextTurn = System.nanoTime();

    private Rate(Bucket bucket, long interval) {
        this.bucket = bucket;
        this.interval = interval;
    }

    static Rate of(OptionalInt perSecond) {
        if (perSecond.isEmpty()) {
            return new Rate(null, 0);
        }
        int mails = perSecond.getAsInt();
        Bucket bucket = Bucket.builder()
                .withNanosecondPrecision()
                .addLimit(limit ->
                        limit.capacity(Math.max(1, mails / BURSTS_A_SECOND)).refillGreedy(mails, Duration.ofSeconds(1)))
                .build();
        return new Rate(bucket, Duration.ofSeconds(1).toNanos() / mails);
    }

    boolean hasRoom() {
        return bucket == null || bucket.getAvailableTokens() > 0;
    }

    boolean tryTake() {
        return bucket == null || bucket.tryConsume(1);
    }

    /** Takes what is not there yet, so that others wait for longer. */
    void force() {
        if (bucket != null) {
            bucket.consumeIgnoringRateLimits(1);
        }
    }

    /** When to ask again: whoever asks gets a later turn than those before, so that they do not all come at once. */
    Duration nextTurn() {
        long now = System.nanoTime();
        long free = now + bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        long afterTheOthers = Math.min(nextTurn - now + interval, LONGEST_WAIT);
        nextTurn = now + Math.max(afterTheOthers, free - now);
        return Duration.ofNanos(nextTurn - now);
    }
}
