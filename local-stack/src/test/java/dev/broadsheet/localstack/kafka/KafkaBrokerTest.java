package dev.broadsheet.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.localstack.client.TopicReader;
import dev.broadsheet.localstack.testing.FreePorts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    private static final String TOPIC = "events";

    private final FreePorts ports = new FreePorts();

    @TempDir
    private Path folder;

    @Test
    void recordsOutliveARestartOnOtherPorts() throws Exception {
        KafkaBroker first = broker();
        first.start();
        first.ensureTopics(List.of(new TopicDefinition(TOPIC, 2, "delete", 1L, null)));
        send(first, "kept", CompressionType.NONE);
        first.stop();

        KafkaBroker second = broker();
        second.start();
        try (TopicReader reader = new TopicReader(second.bootstrapServers(), TOPIC)) {
            assertThat(reader.records()).extracting(TopicReader::text).containsExactly("kept");
        } finally {
            second.stop();
        }
    }

    @Test
    void batchesAreTakenHoweverTheyArePacked() throws Exception {
        KafkaBroker broker = broker();
        broker.start();
        broker.ensureTopics(List.of(new TopicDefinition(TOPIC, 1, "delete", 1L, null)));
        try (TopicReader reader = new TopicReader(broker.bootstrapServers(), TOPIC)) {
            for (CompressionType packing : CompressionType.values()) {
                send(broker, packing.name, packing);
            }
            assertThat(reader.records())
                    .extracting(TopicReader::text)
                    .containsExactly("none", "gzip", "snappy", "lz4", "zstd");
        } finally {
            broker.stop();
        }
    }

    @Test
    void topicsFollowTheirDefinitions() throws Exception {
        KafkaBroker broker = broker();
        broker.start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            broker.ensureTopics(List.of(new TopicDefinition(TOPIC, 2, "delete", 1L, null)));
            broker.ensureTopics(List.of(new TopicDefinition(TOPIC, 3, "compact", null, null)));

            assertThat(admin.describeTopics(List.of(TOPIC))
                            .allTopicNames()
                            .get()
                            .get(TOPIC)
                            .partitions())
                    .hasSize(3);
            assertThat(configuration(admin).get("cleanup.policy").value()).isEqualTo("compact");
        } finally {
            broker.stop();
        }
    }

    private KafkaBroker broker() {
        return new KafkaBroker(new BrokerSettings(folder, ports.next(), ports.next()));
    }

    private static Config configuration(Admin admin) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
        return admin.describeConfigs(List.of(topic)).all().get().get(topic);
    }

    private static void send(KafkaBroker broker, String text, CompressionType packing) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "compression.type", packing.name),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, text.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }
}
