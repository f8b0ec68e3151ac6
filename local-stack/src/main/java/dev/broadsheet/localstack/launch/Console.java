package dev.broadsheet.localstack.launch;

import java.io.PrintStream;
import java.util.Locale;

/** What the person at the keyboard sees. Lines of several threads do not mix. */
final class Console {

    private static final double NANOSECONDS = 1e9;

    private final PrintStream out;
    private final long startedAt = System.nanoTime();

    Console(PrintStream out) {
        this.out = out;
    }

    synchronized void progress(String text) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), text);
        out.flush();
    }

    synchronized void say(String text) {
        out.println(text);
        out.flush();
    }

    /** A line of a service's log. */
    void log(String service, String line) {
        say(service + " | " + line);
    }

    private double seconds() {
        return (System.nanoTime() - startedAt) / NANOSECONDS;
    }
}
