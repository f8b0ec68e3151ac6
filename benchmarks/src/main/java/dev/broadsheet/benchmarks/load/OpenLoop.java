package dev.broadsheet.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Begins something at fixed moments, whether or not what began before has ended. Who measures from the planned moment sees
 * what a caller sees who does not know that the system is slow just now: a pause counts against all that fell into it, and
 * not once (it is called coordinated omission when it does).
 */
public final class OpenLoop {

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(60);

    private final int perSecond;
    private final int threads;

    /**
     * @param threads how much can be under way at once; beyond it things begin late, and their lateness is measured
     */
    public OpenLoop(int perSecond, int threads) {
        this.perSecond = perSecond;
        this.threads = threads;
    }

    /** Returns when all have ended; throws what the first threw that failed. */
    public <T> void run(List<T> items, PlannedAction<T> action) {
        try (Workers workers = new Workers(threads)) {
            long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
            long start = System.nanoTime() + interval;
            for (int i = 0; i < items.size(); i++) {
                T item = items.get(i);
                long planned = start + i * interval;
                sleepUntil(planned);
                workers.submit(() -> action.begin(item, planned));
            }
            workers.await(LAST_ANSWERS);
        }
    }

    private static void sleepUntil(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** What is done at a moment. */
    @FunctionalInterface
    public interface PlannedAction<T> {

        /**
         * @param planned the moment at which it should have begun, as of {@link System#nanoTime}
         */
        void begin(T item, long planned);
    }
}
