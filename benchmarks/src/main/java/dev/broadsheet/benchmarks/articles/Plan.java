package dev.broadsheet.benchmarks.articles;

import dev.broadsheet.benchmarks.Options;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much is done of everything.
 *
 * @param roundSeconds one round of reading, and each warm-up
 */
public record Plan(int articles, int roundSeconds) {

    static final int ROUNDS = 3;
    /** As many threads as a small machine has cores; each of the three servers gets the same. */
    static final int WRK_THREADS = 2;

    static final int WRK_CONNECTIONS = 32;

    static final int SEARCHES_PER_SECOND = 25;
    static final int PUBLISHINGS_PER_SECOND = 50;
    static final int PAGE = 20;
    static final int DEEP_PAGE = 400;

    private static final int SEARCH_ROUNDS = 8;
    private static final int PUBLISHING_ROUNDS = 3;
    private static final int PAGE_SAMPLES_PER_SECOND = 30;

    public static Plan of(Options options) {
        return new Plan(options.number("--articles"), options.number("--seconds"));
    }

    int searches() {
        return SEARCHES_PER_SECOND * roundSeconds * SEARCH_ROUNDS;
    }

    int warmUpSearches() {
        return SEARCHES_PER_SECOND * roundSeconds;
    }

    int publishings() {
        return PUBLISHINGS_PER_SECOND * roundSeconds * PUBLISHING_ROUNDS;
    }

    int warmUpPublishings() {
        return PUBLISHINGS_PER_SECOND * roundSeconds;
    }

    int pageSamples() {
        return PAGE_SAMPLES_PER_SECOND * roundSeconds;
    }

    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("articles", articles);
        settings.put("rounds", ROUNDS);
        settings.put("roundSeconds", roundSeconds);
        settings.put("wrkThreads", WRK_THREADS);
        settings.put("wrkConnections", WRK_CONNECTIONS);
        settings.put("searches", searches());
        settings.put("searchesPerSecond", SEARCHES_PER_SECOND);
        settings.put("publishings", publishings());
        settings.put("publishingsPerSecond", PUBLISHINGS_PER_SECOND);
        return settings;
    }
}
