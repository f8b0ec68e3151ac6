package dev.broadsheet.localstack.demo;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells each step of the demo, with the time that it took. */
final class Steps {

    private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

    private final PrintStream out;

    Steps(PrintStream out) {
        this.out = out;
    }

    <T> T take(String what, Supplier<T> step) {
        long start = System.nanoTime();
        T result = step.get();
        out.printf(Locale.ROOT, "%8.0f ms  %s%n", (System.nanoTime() - start) / NANOSECONDS_PER_MILLISECOND, what);
        return result;
    }
}
