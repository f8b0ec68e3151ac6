package dev.broadsheet.benchmarks.articles;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Notes the moment at which each {@code ArticlePublished} arrives, as any reader of the topic would see it. */
final class PublishedArticles implements AutoCloseable {

    private static final String TOPIC = "broadsheet.articles.v1";
    private static final String TYPE = "dev.broadsheet.ArticlePublished";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long PAUSE_MILLISECONDS = 20;

    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread = new Thread(this::follow, "articles-topic");
    private volatile boolean closed;
    private volatile RuntimeException failure;

    /** From here on every new record is seen. */
    PublishedArticles(String bootstrapServers) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits until all of them have come.
     *
     * @return by article id, as of {@link System#nanoTime}
     */
    Map<String, Long> await(List<String> ids, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!arrivals.keySet().containsAll(ids)) {
            if (failure != null) {
                throw new BenchmarkFailure("Kafka could not be read", failure);
            }
            if (System.nanoTime() - end > 0) {
                long missing =
                        ids.stream().filter(id -> !arrivals.containsKey(id)).count();
                throw new BenchmarkFailure(missing + " of " + ids.size() + " ArticlePublished did not come within "
                        + limit.toSeconds() + " s");
            }
            try {
                Thread.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchmarkFailure("Interrupted", e);
            }
        }
        return Map.copyOf(arrivals);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (consumer) {
            while (!closed) {
                // The broker answers as soon as there is something; the next poll follows at once.
                for (ConsumerRecord<String, byte[]> event : consumer.poll(POLL)) {
                    if (isPublished(event)) {
                        arrivals.putIfAbsent(event.key(), System.nanoTime());
                    }
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private static boolean isPublished(ConsumerRecord<String, byte[]> event) {
        Header type = event.headers().lastHeader("ce_type");
        return type != null && TYPE.equals(new String(type.value(), StandardCharsets.UTF_8));
    }
}
