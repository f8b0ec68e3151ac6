package dev.broadsheet.benchmarks;

/** The run broke, so that its figures would say nothing. The message is shown as it is. */
public class BenchmarkFailure extends RuntimeException {

    public BenchmarkFailure(String message) {
        super(message);
    }

    public BenchmarkFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
