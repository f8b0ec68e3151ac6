package dev.broadsheet.benchmarks.deliveries;

import dev.broadsheet.benchmarks.Options;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * @param readers of each edition that is measured
 * @param connections to the relay, of each sender
 * @param postfix where Postfix was unpacked; empty: it is installed
 */
public record DeliveriesPlan(int readers, int connections, Optional<Path> postfix) {

    static final int SIGN_UPS = 10;

    private static final int MOST_FOR_WARM_UP = 20_000;
    private static final int WARM_UP_SHARE = 4;
    private static final int MOST_FROM_SOURCE = 100_000;
    private static final int SLOWEST_PER_SECOND = 100;
    private static final Duration START = Duration.ofMinutes(2);

    public static DeliveriesPlan of(Options options) {
        return new DeliveriesPlan(
                options.number("--readers"), options.number("--connections"), options.path("--postfix"));
    }

    int warmUpReaders() {
        return Math.min(MOST_FOR_WARM_UP, Math.max(1, readers / WARM_UP_SHARE));
    }

    /** A steady rate needs no more of them. */
    int sourceMails() {
        return Math.min(MOST_FROM_SOURCE, readers);
    }

    /** Whoever is slower than that is broken. */
    Duration limit() {
        return START.plusSeconds(readers / SLOWEST_PER_SECOND);
    }

    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("readers", readers);
        settings.put("warmUpReaders", warmUpReaders());
        settings.put("connections", connections);
        settings.put("sourceMails", sourceMails());
        settings.put("signUpsDuringAnEdition", SIGN_UPS);
        return settings;
    }
}
