package dev.broadsheet.notification.relay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Relays as an operator would configure them, without a service around. */
final class TestRelays implements AutoCloseable {

    static final Lane EDITION = new Lane(UUID.fromString("0198a000-0000-7000-8000-000000000001"));

    private static final long PATIENCE_SECONDS = 60;

    private final Relays relays;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private TestRelays(Map<String, String> properties) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(Path.class, 200, new PathConverter())
                .withMapping(RelaysConfig.class)
                .withMapping(HandOverConfig.class)
                .withMapping(MailLimitsConfig.class)
                .withMapping(DkimConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .build();
        this.relays = new Relays(
                config.getConfigMapping(RelaysConfig.class),
                config.getConfigMapping(HandOverConfig.class),
                config.getConfigMapping(MailLimitsConfig.class),
                config.getConfigMapping(DkimConfig.class),
                metrics);
    }

    static TestRelays to(ScriptedRelay relay, String... settings) {
        return with(Map.of("main", relay.port()), settings);
    }

    /** Settings are {@code key=value}, without {@code broadsheet.}; editions wait longer here than they usually do. */
    static TestRelays with(Map<String, Integer> ports, String... settings) {
        Map<String, String> properties = new HashMap<>();
        properties.put("broadsheet.hand-over.begin-within", "30s");
        properties.put("broadsheet.hand-over.limit", "30s");
        // For relays that hang until the end of a test.
        properties.put("broadsheet.hand-over.stop-wait", "3s");
        ports.forEach((name, port) -> {
            properties.put("broadsheet.relays." + name + ".host", "localhost");
            properties.put("broadsheet.relays." + name + ".port", port.toString());
        });
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            properties.put("broadsheet." + setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new TestRelays(properties);
    }

    CompletableFuture<Outcome> begin(String recipient, Lane lane) {
        return relays.handOver(message(recipient), lane);
    }

    CompletableFuture<Outcome> begin(String recipient) {
        return begin(recipient, EDITION);
    }

    Outcome handOver(String recipient) {
        return outcomeOf(begin(recipient, EDITION));
    }

    Outcome handOver(Message message) {
        return outcomeOf(relays.handOver(message, EDITION));
    }

    /** One after the other. */
    List<Outcome> handOverEach(int mails) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < mails; i++) {
            outcomes.add(handOver("reader-" + i + "@example.com"));
        }
        return outcomes;
    }

    /** All at once. */
    List<CompletableFuture<Outcome>> beginAll(int mails, Lane lane) {
        return IntStream.range(0, mails)
                .mapToObj(i -> begin("reader-" + i + "@example.com", lane))
                .toList();
    }

    static Outcome outcomeOf(CompletableFuture<Outcome> handOver) {
        return handOver.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    static List<Outcome> outcomesOf(List<CompletableFuture<Outcome>> handOvers) {
        return handOvers.stream().map(TestRelays::outcomeOf).toList();
    }

    static Message message(String recipient) {
        return new Message(
                "bounces@news.example",
                recipient,
                "From: News <news@news.example>\r\nSubject: Hello\r\n\r\nGood morning.\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
    }

    SimpleMeterRegistry metrics() {
        return metrics;
    }

    void stop() throws InterruptedException {
        relays.stop();
    }

    @Override
    public void close() {
        try {
            relays.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
