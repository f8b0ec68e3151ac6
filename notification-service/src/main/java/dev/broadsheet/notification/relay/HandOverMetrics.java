package dev.broadsheet.notification.relay;

import dev.broadsheet.notification.relay.Outcome.Result;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How many mails were handed over with what result, to whom, and how long it took. */
final class HandOverMetrics {

    private static final String NONE = "none";

    private final MeterRegistry registry;
    private final Map<String, Map<Result, Timer>> timers = new HashMap<>();

    HandOverMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(Relay relay) {
        Gauge.builder("broadsheet.mail.connections", relay, Relay::connections)
                .tag("relay", relay.name())
                .register(registry);
        Gauge.builder("broadsheet.mail.relay.up", relay, watched -> watched.isUp() ? 1 : 0)
                .tag("relay", relay.name())
                .register(registry);
    }

    void watch(Dispatcher dispatcher) {
        Gauge.builder("broadsheet.mail.waiting", dispatcher, Dispatcher::waiting)
                .register(registry);
    }

    void count(HandOver mail, Outcome outcome, long now) {
        String relay = mail.relay() == null ? NONE : mail.relay().name();
        timers.computeIfAbsent(relay, unseen -> new EnumMap<>(Result.class))
                .computeIfAbsent(outcome.result(), result -> timer(relay, result))
                .record(now - mail.since(), TimeUnit.NANOSECONDS);
    }

    private Timer timer(String relay, Result result) {
        return Timer.builder("broadsheet.mail.hand.over")
                .tag("relay", relay)
                .tag("result", result.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
