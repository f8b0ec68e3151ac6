package dev.broadsheet.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.EventType;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.localstack.client.TopicReader;
import dev.broadsheet.outbox.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no event lands on the dead-letter topic as it came, with the reason, and the next event of its key is handled. */
@QuarkusTest
class PoisonTest {

    private static final String LETTERS = "broadsheet.subscriptions.v1.notification-service.dlq";
    private static final int FIVE_MEGABYTES = 5_000_000;

    private final OtherServices others = new OtherServices();
    private final SubscriptionCancelled event = new SubscriptionCancelled(
            Ids.next(), List.of("markets"), SubscriptionCancelled.Reason.ONE_CLICK, Instant.now());
    private final String key = event.aggregateId();
    private final Map<String, String> headers = new HashMap<>(Map.of(
            "ce_specversion", "1.0",
            "ce_id", Ids.next().toString(),
            "ce_type", EventType.SUBSCRIPTION_CANCELLED.cloudEventsType(),
            "ce_time", Instant.now().toString()));

    @AfterEach
    void close() {
        others.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not JSON | not such JSON",
                "[] | SubscriptionCancelled",
                "{\"subscriberId\":7} | subscriberId",
                "{\"subscriberId\":\"7\"} | subscriberId",
                "{\"newsletters\":\"markets\"} | newsletters",
                "{\"newsletters\":[7]} | newsletters[0]",
                "{} | subscriberId is missing"
            })
    void whatIsNoSuchEvent(String value, String reason) {
        assertPoison(key, value.getBytes(StandardCharsets.UTF_8), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_type", "ce_id", "ce_time"})
    void anEventWithoutAHeader(String header) {
        headers.remove(header);

        assertPoison(key, EventJson.encode(event), header);
    }

    @ParameterizedTest
    @CsvSource({"ce_id, 7", "ce_time, yesterday"})
    void anEventWithAHeaderThatSaysNothing(String header, String value) {
        headers.put(header, value);

        assertPoison(key, EventJson.encode(event), header);
    }

    @Test
    void anEventUnderTheKeyOfAnother() {
        assertPoison(Ids.next().toString(), EventJson.encode(event), "key");
    }

    @Test
    void anUnknownTypeIsPassedOver() {
        headers.put("ce_type", "dev.broadsheet.SubscriptionFramed");
        others.publish(Topics.SUBSCRIPTIONS, key, headers, "not JSON".getBytes(StandardCharsets.UTF_8));

        assertTheNextOneIsHandled(key);
        assertThat(new DeadLetters("subscriptions").ofKey(key)).isZero();
    }

    /** A topic's limit is for what travels, and that may be compressed. */
    @Test
    void fiveMegabytesThatGotThroughCompressed() {
        byte[] value = ("{\"padding\":\"" + "x".repeat(FIVE_MEGABYTES) + "\"}").getBytes(StandardCharsets.UTF_8);
        send(value);

        assertThat(awaitLetter(key)).satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(value);
            assertThat(TopicReader.header(letter, "dead-letter-reason").orElse(""))
                    .contains("over the limit");
        });
        assertTheNextOneIsHandled(key);
    }

    /** As much of one topic's limit as there is, with the reason on top, must fit the other's. */
    @Test
    void aRecordThatFillsItsTopicToTheBrim() {
        byte[] value = new byte[1_040_000];
        new Random(7).nextBytes(value);
        send(value);

        assertThat(awaitLetter(key).value()).isEqualTo(value);
        assertTheNextOneIsHandled(key);
    }

    @Test
    void fiveMegabytesAsTheyAreAreRefusedByTheTopic() {
        byte[] value = new byte[FIVE_MEGABYTES];
        new Random(7).nextBytes(value);

        assertThatThrownBy(() -> send(value)).hasRootCauseInstanceOf(RecordTooLargeException.class);
    }

    private void assertPoison(String poisonedKey, byte[] value, String reason) {
        others.publish(Topics.SUBSCRIPTIONS, poisonedKey, headers, value);

        ConsumerRecord<String, byte[]> letter = awaitLetter(poisonedKey);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(TopicReader.header(letter, "dead-letter-reason").orElse("")).contains(reason);
        assertThat(TopicReader.header(letter, "dead-letter-topic")).contains(Topics.SUBSCRIPTIONS);
        headers.forEach(
                (name, text) -> assertThat(TopicReader.header(letter, name)).contains(text));
        assertTheNextOneIsHandled(poisonedKey);
    }

    /** Of the same partition, most of all: it is behind the poison. */
    private void assertTheNextOneIsHandled(String poisonedKey) {
        headers.put("ce_id", Ids.next().toString());
        headers.put("ce_type", EventType.SUBSCRIPTION_CANCELLED.cloudEventsType());
        headers.put("ce_time", Instant.now().toString());
        SubscriptionCancelled next = new SubscriptionCancelled(
                UUID.fromString(poisonedKey), event.newsletters(), event.reason(), event.cancelledAt());
        others.publish(Topics.SUBSCRIPTIONS, poisonedKey, headers, EventJson.encode(next));
        Ledger.awaitHandled(UUID.fromString(headers.get("ce_id")));
    }

    private static ConsumerRecord<String, byte[]> awaitLetter(String key) {
        try (TopicReader reader = TopicReader.ofTestStack(LETTERS)) {
            return reader.awaitRecord(record -> key.equals(record.key()));
        }
    }

    /** As somebody does who raised every limit of their own. */
    private void send(byte[] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.SUBSCRIPTIONS, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        System.getProperty("kafka.bootstrap.servers"),
                        "compression.type",
                        "zstd",
                        "max.request.size",
                        2 * FIVE_MEGABYTES),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
