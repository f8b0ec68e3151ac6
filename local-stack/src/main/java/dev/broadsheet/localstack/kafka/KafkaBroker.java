package dev.broadsheet.localstack.kafka;

import dev.broadsheet.localstack.StackException;
import dev.broadsheet.localstack.StackPart;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** One real broker and controller (KRaft) inside this JVM. Topics, offsets and groups outlive it in the data folder. */
public final class KafkaBroker implements StackPart {

    private final BrokerSettings settings;
    private KafkaRaftServer server;

    public KafkaBroker(BrokerSettings settings) {
        this.settings = settings;
    }

    @Override
    public String title() {
        return "Kafka";
    }

    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        BrokerLogging.quieten();
        format();
        KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(settings.toKafka()), Time.SYSTEM);
        starting.startup();
        server = starting;
    }

    @Override
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        server.shutdown();
        server.awaitShutdown();
        server = null;
    }

    /** Creates what is missing, and brings the configuration of what is there up to date. */
    public void ensureTopics(List<TopicDefinition> topics) {
        new TopicSetup(bootstrapServers()).apply(topics);
    }

    private void format() {
        if (Files.exists(settings.dataFolder().resolve("meta.properties"))) {
            return;
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            Files.createDirectories(settings.dataFolder());
            new Formatter()
                    .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .addDirectory(settings.dataFolder().toString())
                    .setMetadataLogDirectory(settings.dataFolder().toString())
                    .run();
        } catch (Exception e) {
            throw new StackException(
                    "Cannot prepare Kafka's data folder " + settings.dataFolder() + ": "
                            + said.toString(StandardCharsets.UTF_8),
                    e);
        }
    }
}
