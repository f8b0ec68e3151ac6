package dev.broadsheet.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends outbox rows to Kafka, all of a list or none.
 *
 * <p>It is a transactional producer for two reasons. A relay that lost its lead without knowing (a pause, a cut
 * connection) still has records under way; opening the next relay's producer under the same transactional id fences them
 * off, so that nothing old arrives after something new. And when one record of a list fails, those after it are not
 * published without it.
 */
final class EventPublisher implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final String source;

    /** Fences every earlier publisher of this source. Blocks until Kafka answers. */
    EventPublisher(Map<String, Object> kafkaConfig, String source) {
        this.source = source;
        this.producer = new KafkaProducer<>(producerConfig(kafkaConfig, source));
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Returns when the brokers have all records safely; throws when it is not known that they have. */
    void publish(List<OutboxRecord> records) {
        producer.beginTransaction();
        for (OutboxRecord record : records) {
            ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                    record.topic(), record.key(), record.data().getBytes(StandardCharsets.UTF_8));
            CloudEventHeaders.write(message.headers(), record, source);
            producer.send(message);
        }
        // Flushes, and throws what any of the sends failed with. The caller closes this publisher then; whatever the
        // transaction left behind is aborted by the next one's initTransactions.
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private static Map<String, Object> producerConfig(Map<String, Object> kafkaConfig, String source) {
        Map<String, Object> config = new HashMap<>(kafkaConfig);
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, source.replace("/", "") + ".outbox");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // A broker that is away is given up on after half a minute; the rows are still there for the next try. The
        // defaults (two minutes, a back-off of a second) would leave mail waiting long after the broker is back.
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        // How long an open transaction of a relay that died may hold back readers if no other relay takes over.
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 40_000);
        return config;
    }
}
