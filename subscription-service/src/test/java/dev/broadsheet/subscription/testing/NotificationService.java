package dev.broadsheet.subscription.testing;

import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.EventType;
import dev.broadsheet.localstack.client.StackProperties;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes what notification-service would, on the real topic. */
public final class NotificationService implements AutoCloseable {

    private final Database database = new Database();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    System.getProperty(StackProperties.BOOTSTRAP_SERVERS),
                    ProducerConfig.ACKS_CONFIG,
                    "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Returns when the service has given it its effect. */
    public void publish(UUID eventId, Event event) {
        send(eventId, EventType.of(event), event.aggregateId(), EventJson.encode(event));
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> database.number(
                                "SELECT count(*) FROM inbox_event WHERE consumer = 'deliveries' AND event_id = ?",
                                eventId)
                        == 1);
    }

    /** A record with the headers of this type, whatever it holds. */
    public void send(UUID eventId, EventType type, String key, byte[] data) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(type.topic(), key, data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        eventId.toString(),
                        "ce_type",
                        type.cloudEventsType(),
                        "ce_source",
                        "/notification-service",
                        "ce_subject",
                        key,
                        "ce_time",
                        TestClock.now().toString(),
                        "ce_dataschema",
                        type.dataSchema(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
