package dev.broadsheet.benchmarks;

/** The command is not understood, or something is missing that the person can install. */
public final class CannotStart extends BenchmarkFailure {

    public CannotStart(String message) {
        super(message);
    }
}
