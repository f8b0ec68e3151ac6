package dev.broadsheet.localstack.kafka;

import dev.broadsheet.localstack.StackException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Brings the broker's topics to what their definitions say, whatever is there already. Partitions only ever grow. */
final class TopicSetup {

    private final String bootstrapServers;

    TopicSetup(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void apply(List<TopicDefinition> topics) {
        if (topics.isEmpty()) {
            return;
        }
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get();
            List<TopicDefinition> missing = topics.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            List<TopicDefinition> present = topics.stream()
                    .filter(topic -> existing.contains(topic.name()))
                    .toList();
            admin.createTopics(missing.stream().map(TopicDefinition::toNewTopic).toList())
                    .all()
                    .get();
            update(admin, present);
        } catch (ExecutionException e) {
            throw new StackException("Kafka refused the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while creating topics", e);
        }
    }

    private static void update(Admin admin, List<TopicDefinition> topics)
            throws ExecutionException, InterruptedException {
        Map<ConfigResource, Collection<AlterConfigOp>> configurations = new HashMap<>();
        for (TopicDefinition topic : topics) {
            List<AlterConfigOp> operations = new ArrayList<>();
            topic.configuration()
                    .forEach((key, value) ->
                            operations.add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)));
            configurations.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), operations);
        }
        admin.incrementalAlterConfigs(configurations).all().get();

        Map<String, TopicDescription> descriptions = admin.describeTopics(
                        topics.stream().map(TopicDefinition::name).toList())
                .allTopicNames()
                .get();
        Map<String, NewPartitions> growth = topics.stream()
                .filter(topic -> descriptions.get(topic.name()).partitions().size() < topic.partitions())
                .collect(
                        Collectors.toMap(TopicDefinition::name, topic -> NewPartitions.increaseTo(topic.partitions())));
        admin.createPartitions(growth).all().get();
    }
}
