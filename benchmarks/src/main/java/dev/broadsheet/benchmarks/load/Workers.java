package dev.broadsheet.benchmarks.load;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Threads that do what they are given; the first failure stops them, and comes out of {@link #await}. */
public final class Workers implements AutoCloseable {

    private final ExecutorService threads;
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    public Workers(int count) {
        this.threads = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    public void submit(Runnable work) {
        threads.execute(() -> {
            if (failure.get() != null) {
                return;
            }
            try {
                work.run();
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            }
        });
    }

    /** Waits until all that was submitted is done. Nothing can be submitted any more. */
    public void await(Duration limit) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(limit.toSeconds(), TimeUnit.SECONDS)) {
                throw new BenchmarkFailure("Not all was done within " + limit.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted", e);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
