package dev.broadsheet.article.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several editors, or several replicas, who do something at the same time. */
public final class AtOnce {

    /** As many as there are database connections for, by half. */
    public static final int MANY = 8;

    private AtOnce() {}

    /** What each of them got. */
    public static <T> List<T> many(Callable<T> work) throws InterruptedException, ExecutionException {
        return all(Collections.nCopies(MANY, work));
    }

    /** What each got, in the order of the tasks. */
    public static <T> List<T> all(List<? extends Callable<T>> work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<T>> results = threads.invokeAll(work);
            List<T> answers = new ArrayList<>();
            for (Future<T> result : results) {
                answers.add(result.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
