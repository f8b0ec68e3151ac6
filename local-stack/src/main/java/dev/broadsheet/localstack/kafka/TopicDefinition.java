package dev.broadsheet.localstack.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * One entry of the topic list. {@code retentionHours} is absent for a compacted topic, {@code maxMessageBytes} where Kafka's
 * own limit holds.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TopicDefinition(
        String name, int partitions, String cleanupPolicy, Long retentionHours, Integer maxMessageBytes) {

    /** There is one broker, so there can be only one copy. */
    private static final short REPLICATION_FACTOR = 1;

    public TopicDefinition {
        Objects.requireNonNull(name, "name");
        cleanupPolicy = cleanupPolicy == null ? TopicConfig.CLEANUP_POLICY_DELETE : cleanupPolicy;
    }

    Map<String, String> configuration() {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanupPolicy);
        if (retentionHours != null) {
            long milliseconds = Duration.ofHours(retentionHours).toMillis();
            configuration.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(milliseconds));
        }
        if (maxMessageBytes != null) {
            configuration.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes));
        }
        return configuration;
    }

    NewTopic toNewTopic() {
        return new NewTopic(name, partitions, REPLICATION_FACTOR).configs(configuration());
    }
}
