package dev.broadsheet.localstack.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, outside any consumer group. For one thread. */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    public TopicReader(String bootstrapServers, String topic) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        // A transaction that commits does not end the broker's wait for data, which is half a second by
                        // default.
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        20,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        200),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads from the broker of this test JVM. Works from any class loader. */
    public static TopicReader ofTestStack(String topic) {
        return new TopicReader(StackProperties.require(StackProperties.BOOTSTRAP_SERVERS), topic);
    }

    /** All records that are on the topic now, in order within each partition. */
    public List<ConsumerRecord<String, byte[]>> records() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
        return List.copyOf(seen);
    }

    public ConsumerRecord<String, byte[]> awaitRecord(Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return awaitRecords(1, wanted).get(0);
    }

    /** Waits until at least so many records fit, and returns those that do. */
    public List<ConsumerRecord<String, byte[]>> awaitRecords(
            int atLeast, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return awaitRecords(atLeast, wanted, Patience.USUAL);
    }

    public List<ConsumerRecord<String, byte[]>> awaitRecords(
            int atLeast, Predicate<ConsumerRecord<String, byte[]>> wanted, Duration limit) {
        return Patience.until(
                limit,
                () -> {
                    List<ConsumerRecord<String, byte[]>> fitting =
                            seen.stream().filter(wanted).toList();
                    if (fitting.size() >= atLeast) {
                        return Optional.of(fitting);
                    }
                    poll();
                    return Optional.empty();
                },
                () -> "Expected " + atLeast + " fitting records on " + topic + ", saw "
                        + seen.stream().filter(wanted).count() + " among " + seen.size());
    }

    /** The last header of that name, as text. */
    public static Optional<String> header(ConsumerRecord<?, ?> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    public static String text(ConsumerRecord<?, byte[]> event) {
        return new String(event.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void poll() {
        consumer.poll(POLL).forEach(seen::add);
    }
}
