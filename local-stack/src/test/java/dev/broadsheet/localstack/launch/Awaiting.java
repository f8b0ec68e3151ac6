package dev.broadsheet.localstack.launch;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits on a condition. */
final class Awaiting {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long PAUSE_NANOSECONDS = 20_000_000;

    private Awaiting() {}

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("Not seen: " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOSECONDS);
        }
    }
}
