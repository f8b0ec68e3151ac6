package dev.broadsheet.benchmarks.signups;

import dev.broadsheet.benchmarks.Options;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much is done of everything.
 *
 * @param connections of each load generator
 * @param roundSeconds one round of full load, and each warm-up
 * @param rows of each import
 */
public record SignUpsPlan(int connections, int roundSeconds, int rows) {

    static final int ROUNDS = 3;
    static final int WARM_UP_ROUNDS = 2;
    /** More would come from one generator's threads than a small machine has cores. */
    private static final int MOST_THREADS = 2;

    private static final int WAITING_ROUNDS = 3;
    private static final int MANY_ROWS = 200_000;
    private static final int WARM_UP_SHARE = 5;

    public static SignUpsPlan of(Options options) {
        return new SignUpsPlan(options.number("--connections"), options.number("--seconds"), options.number("--rows"));
    }

    int threads() {
        return Math.min(MOST_THREADS, connections);
    }

    int waitingSeconds() {
        return roundSeconds * WAITING_ROUNDS;
    }

    /** A long import evens out by itself what would differ between short ones. */
    int importRounds() {
        return rows < MANY_ROWS ? ROUNDS : 1;
    }

    int warmUpRows() {
        return Math.min(rows, MANY_ROWS) / WARM_UP_SHARE;
    }

    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("connections", connections);
        settings.put("threads", threads());
        settings.put("rounds", ROUNDS);
        settings.put("roundSeconds", roundSeconds);
        settings.put("waitingSeconds", waitingSeconds());
        settings.put("importRows", rows);
        settings.put("importRounds", importRounds());
        return settings;
    }
}
