package dev.broadsheet.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.localstack.client.Api;
import dev.broadsheet.localstack.client.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Many readers at once. */
final class Readers {

    /** How many readers one mail domain may send at a time is limited. */
    private static final int DOMAINS = 100;

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
                .mapToObj(i -> prefix + "-" + i + "@mail-" + i % DOMAINS + ".example.com")
                .toList();
    }

    /** How many sign-ups were answered 202 so far. */
    int accepted() {
        return accepted.get();
    }

    void signUp(List<String> addresses) {
        Crowd.each(addresses, address -> {
            Crowd.insist(202, () -> api.signUp(address, newsletter).statusCode());
            accepted.incrementAndGet();
        });
    }

    void confirm(List<String> tokens) {
        Crowd.each(tokens, token -> Crowd.insist(200, () -> api.confirm(token).statusCode()));
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

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
