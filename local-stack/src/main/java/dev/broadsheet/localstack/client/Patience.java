package dev.broadsheet.localstack.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Asks again and again until there is an answer. */
final class Patience {

    static final Duration USUAL = Duration.ofSeconds(30);

    private static final long PAUSE_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(20);

    private Patience() {}

    static <T> T until(Duration limit, Supplier<Optional<T>> question, Supplier<String> complaint) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw new NotSeenException(complaint.get() + " within " + limit.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE_NANOSECONDS);
        }
    }
}
