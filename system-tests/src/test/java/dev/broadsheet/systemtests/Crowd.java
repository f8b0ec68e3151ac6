package dev.broadsheet.systemtests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** Many who do something at once, and who do not give up. */
final class Crowd {

    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Crowd() {}

    static <T> void each(List<T> items, Consumer<T> action) {
        map(items, item -> {
            action.accept(item);
            return item;
        });
    }

    /** In the order of the items; the first failure ends it. */
    static <T, R> List<R> map(List<T> items, Function<T, R> action) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<R>> futures = items.stream()
                    .map(item -> threads.submit(() -> action.apply(item)))
                    .toList();
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Asks until the answer is the one that is wanted. No answer at all is another one. */
    static void insist(int status, Callable<Integer> request) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> request.call() == status);
    }
}
