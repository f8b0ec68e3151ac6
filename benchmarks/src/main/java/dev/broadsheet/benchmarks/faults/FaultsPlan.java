package dev.broadsheet.benchmarks.faults;

import dev.broadsheet.benchmarks.Options;
import java.time.Duration;
import java.util.Map;

/**
 * @param outage how long the relay is down
 */
public record FaultsPlan(int readers, Duration outage) {

    /** More would take longer, and show the same. */
    private static final int MOST_OF_WHOM_SOME_LEAVE = 20_000;

    private static final Duration LIMIT = Duration.ofMinutes(30);

    public static FaultsPlan of(Options options) {
        return new FaultsPlan(options.number("--readers"), Duration.ofSeconds(options.number("--outage")));
    }

    int readersOfWhomSomeLeave() {
        return Math.min(readers, MOST_OF_WHOM_SOME_LEAVE);
    }

    Duration limit() {
        return LIMIT;
    }

    Map<String, Object> settings() {
        return Map.of("readers", readers, "outageSeconds", outage.toSeconds());
    }
}
