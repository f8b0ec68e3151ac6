package dev.broadsheet.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** What the person at the keyboard sees while it runs. */
public final class Progress {

    private static final double NANOSECONDS = 1e9;

    private final PrintStream out;
    private final long startedAt = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void step(String text) {
        say(String.format(Locale.ROOT, "%6.1f s  %s", (System.nanoTime() - startedAt) / NANOSECONDS, text));
    }

    public synchronized void say(String text) {
        out.println(text);
        out.flush();
    }
}
