package dev.broadsheet.notification.edition;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** How far all replicas together have read the articles' topic. */
@ApplicationScoped
class ArticlesRead {

    private static final Logger LOG = Logger.getLogger(ArticlesRead.class);

    private static final int ANSWER_MILLIS = 5_000;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int MOST_POLLS = 20;

    private final Map<String, Object> kafka;
    private final String topic;
    private final String group;

    ArticlesRead(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "mp.messaging.incoming.articles.topic") String topic,
            @ConfigProperty(name = "mp.messaging.incoming.articles.group.id") String group) {
        this.kafka = Map.copyOf(kafka);
        this.topic = topic;
        this.group = group;
    }

    /** Whether everything that is older has had its effect. False while Kafka cannot tell. */
    boolean until(Instant time) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.putIfAbsent("request.timeout.ms", ANSWER_MILLIS);
        settings.putIfAbsent("default.api.timeout.ms", ANSWER_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, Long> wanted = offsetsAt(admin, time);
            Map<TopicPartition, Long> read = offsetsRead(admin);
            wanted.entrySet().removeIf(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
            boolean all = wanted.isEmpty() || isNothingBetween(settings, read, wanted);
            if (!all) {
                LOG.debugf("event=edition.close.waiting partitions=%d", wanted.size());
            }
            return all;
        } catch (ExecutionException | KafkaException e) {
            LOG.warnf("event=edition.close.delayed cause=%s", e.getClass().getSimpleName());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The offset of the first record of that time or later; where there is none yet, the end. */
    private Map<TopicPartition, Long> offsetsAt(Admin admin, Instant time)
            throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        Map<TopicPartition, Long> offsets = offsets(admin, partitions, OffsetSpec.forTimestamp(time.toEpochMilli()));
        List<TopicPartition> open = partitions.stream()
                .filter(partition -> offsets.get(partition) < 0)
                .toList();
        offsets.putAll(offsets(admin, open, OffsetSpec.latest()));
        return offsets;
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = partitions.stream().collect(Collectors.toMap(it -> it, it -> spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> found :
                admin.listOffsets(asked).all().get().entrySet()) {
            offsets.put(found.getKey(), found.getValue().offset());
        }
        return offsets;
    }

    private Map<TopicPartition, Long> offsetsRead(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, read) -> {
                    if (read != null && partition.topic().equals(topic)) {
                        offsets.put(partition, read.offset());
                    }
                });
        return offsets;
    }

    /**
     * A transaction leaves a mark behind its records that has an offset and that nobody reads, and so never commits. Whether
     * there is more than that, only reading tells.
     */
    private static boolean isNothingBetween(
            Map<String, Object> settings, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        Map<String, Object> reading = new HashMap<>(settings);
        reading.put("isolation.level", "read_committed");
        reading.put("auto.offset.reset", "earliest");
        reading.put("enable.auto.commit", false);
        reading.remove("group.id");
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(to.keySet());
            to.keySet().forEach(partition -> seek(consumer, partition, from.get(partition)));
            for (int polls = 0; polls < MOST_POLLS; polls++) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < to.get(new TopicPartition(record.topic(), record.partition()))) {
                        return false;
                    }
                }
                if (to.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                    return true;
                }
            }
            return false;
        }
    }

    private static void seek(Consumer<byte[], byte[]> consumer, TopicPartition partition, Long read) {
        if (read == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, read);
        }
    }
}
