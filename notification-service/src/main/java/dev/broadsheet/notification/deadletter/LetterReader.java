package dev.broadsheet.notification.deadletter;

import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads dead letters where they are, outside any consumer group. For one thread, and a short while. */
final class LetterReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int FRUITLESS_POLLS = 50;

    private final KafkaConsumer<byte[], byte[]> kafka;

    LetterReader(Map<String, Object> kafkaConfig) {
        Map<String, Object> config = new HashMap<>(kafkaConfig);
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        this.kafka = new KafkaConsumer<>(config);
    }

    Set<String> topics() {
        return kafka.listTopics().keySet();
    }

    /** All partitions of dead letters, or those of one topic, in the order of {@link LetterPlace}. */
    List<TopicPartition> partitions(Optional<String> topic) {
        return kafka.listTopics().entrySet().stream()
                .filter(entry -> DeadLetterTopic.named(entry.getKey()).isPresent())
                .filter(entry -> topic.isEmpty() || topic.get().equals(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .sorted(Comparator.comparing(LetterPlace::startOf))
                .toList();
    }

    /** Up to so many letters after a place. */
    List<ConsumerRecord<byte[], byte[]>> after(Optional<LetterPlace> place, Optional<String> topic, int most) {
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        for (TopicPartition partition : partitions(topic)) {
            LetterPlace from =
                    place.filter(seen -> isIn(seen, partition)).orElseGet(() -> LetterPlace.startOf(partition));
            boolean passed = place.filter(seen -> seen.compareTo(from) > 0).isPresent();
            if (!passed && letters.size() < most) {
                letters.addAll(inPartition(partition, from.offset() + 1, most - letters.size()));
            }
        }
        return letters;
    }

    /** The letter at a place; empty if it is not there any more, or never was. */
    Optional<ConsumerRecord<byte[], byte[]>> at(LetterPlace place) {
        return partitions(Optional.of(place.topic())).stream()
                .filter(partition -> isIn(place, partition))
                .flatMap(partition -> inPartition(partition, place.offset(), 1).stream())
                .filter(letter -> letter.offset() == place.offset())
                .findFirst();
    }

    /** Where the topic's partitions end now. */
    List<LetterPlace> ends(String topic) {
        return kafka.endOffsets(partitions(Optional.of(topic))).entrySet().stream()
                .map(end -> new LetterPlace(topic, end.getKey().partition(), end.getValue()))
                .toList();
    }

    /** No further than the end that the partition has now. */
    private List<ConsumerRecord<byte[], byte[]>> inPartition(TopicPartition partition, long from, int most) {
        List<TopicPartition> only = List.of(partition);
        kafka.assign(only);
        long end = kafka.endOffsets(only).get(partition);
        kafka.seek(partition, Math.max(from, kafka.beginningOffsets(only).get(partition)));
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        int fruitless = 0;
        while (letters.size() < most && kafka.position(partition) < end) {
            List<ConsumerRecord<byte[], byte[]>> polled = kafka.poll(POLL).records(partition);
            letters.addAll(polled);
            fruitless = polled.isEmpty() ? fruitless + 1 : 0;
            if (fruitless > FRUITLESS_POLLS) {
                throw new ServiceUnavailableException();
            }
        }
        return letters.subList(0, Math.min(most, letters.size()));
    }

    private static boolean isIn(LetterPlace place, TopicPartition partition) {
        return place.topic().equals(partition.topic()) && place.partition() == partition.partition();
    }

    @Override
    public void close() {
        kafka.close();
    }
}
