package dev.broadsheet.benchmarks.mailroom;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells the topics what the services that are not here would tell. */
final class Announcer implements AutoCloseable {

    private static final String SOURCE = "/benchmarks";

    private final KafkaProducer<String, byte[]> producer;

    Announcer(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Returns when the broker has all of them. */
    void tell(List<? extends Event> events) {
        List<Future<?>> sent = new ArrayList<>();
        events.forEach(event -> sent.add(producer.send(record(event))));
        producer.flush();
        try {
            for (Future<?> future : sent) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new BenchmarkFailure("Kafka did not take an event", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static ProducerRecord<String, byte[]> record(Event event) {
        EventType type = EventType.of(event);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(type.topic(), event.aggregateId(), EventJson.encode(event));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", type.cloudEventsType(),
                        "ce_source", SOURCE,
                        "ce_subject", event.aggregateId(),
                        "ce_time", Instant.now().toString(),
                        "ce_dataschema", type.dataSchema(),
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
