package dev.broadsheet.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.localstack.client.Api;
import dev.broadsheet.localstack.client.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** Many readers at once, who do not give up: an answer that is not the one they wait for makes them ask again. */
final class Readers {

    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api;
    private final String newsletter;
    private final AtomicInteger accepted = new AtomicInteger();

    Readers(Api api, String newsletter) {
        this.api = api;
        this.newsletter = newsletter;
    }

    static List<String> addresses(String prefix, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> prefix + "-" + i + "@example.com")
                .toList();
    }

    /** How many sign-ups were answered 202 so far. */
    int accepted() {
        return accepted.get();
    }

    void signUp(List<String> addresses) {
        all(addresses, address -> {
            insist(202, () -> api.signUp(address, newsletter).statusCode());
            accepted.incrementAndGet();
        });
    }

    void confirm(List<String> tokens) {
        all(tokens, token -> insist(200, () -> api.confirm(token).statusCode()));
    }

    /** The confirmation tokens on the topic, by address. */
    static Map<String, String> tokens(List<ConsumerRecord<String, byte[]>> subscriptions) {
        Map<String, String> tokens = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : subscriptions) {
            if (TopicReader.header(record, "ce_type")
                    .filter("dev.broadsheet.SubscriptionCreated"::equals)
                    .isPresent()) {
                JsonNode event = read(record.value());
                tokens.put(
                        event.path("email").asText(),
                        event.path("confirmation").path("token").asText());
            }
        }
        return tokens;
    }

    private static <T> void all(List<T> items, Consumer<T> action) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> futures = items.stream()
                    .<Future<?>>map(item -> threads.submit(() -> action.accept(item)))
                    .toList();
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void insist(int status, Callable<Integer> request) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> request.call() == status);
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
