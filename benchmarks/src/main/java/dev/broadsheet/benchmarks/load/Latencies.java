package dev.broadsheet.benchmarks.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/** How long things took. Thread-safe. */
public final class Latencies {

    private static final int DIGITS = 3;
    private static final long LONGEST_MICROSECONDS = Duration.ofMinutes(2).toNanos() / 1000;
    private static final double NANOSECONDS_PER_MICROSECOND = 1e3;
    private static final double MICROSECONDS_PER_MILLISECOND = 1e3;

    private final Histogram microseconds = new SynchronizedHistogram(LONGEST_MICROSECONDS, DIGITS);

    public void add(long nanoseconds) {
        long rounded = Math.round(nanoseconds / NANOSECONDS_PER_MICROSECOND);
        microseconds.recordValue(Math.min(LONGEST_MICROSECONDS, Math.max(0, rounded)));
    }

    public Summary summary() {
        return new Summary(
                microseconds.getTotalCount(),
                percentile(50),
                percentile(90),
                percentile(99),
                microseconds.getMaxValue() / MICROSECONDS_PER_MILLISECOND);
    }

    private double percentile(double percent) {
        return microseconds.getValueAtPercentile(percent) / MICROSECONDS_PER_MILLISECOND;
    }

    /** In milliseconds. */
    public record Summary(long count, double p50, double p90, double p99, double max) {}
}
