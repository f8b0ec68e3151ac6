package dev.broadsheet.subscription.testing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The same thing many times at one moment. Its threads are made by the test's own, and so have its class loader: from JDK 25
 * on, those of the common pool have another, in which rest-assured finds other classes.
 */
public final class AtOnce {

    private AtOnce() {}

    /** What each of them came to. */
    public static <T> List<T> call(int times, Supplier<T> action) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<CompletableFuture<T>> started = Stream.generate(() -> CompletableFuture.supplyAsync(action, threads))
                    .limit(times)
                    .toList();
            return started.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }
}
