package dev.broadsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The AsyncAPI document says what the code and the list of topics say. */
class AsyncApiTest {

    private static final String FOLDER = "broadsheet/";
    private static final JsonNode DOCUMENT = read();

    static List<TopicList.Topic> topics() {
        return TopicList.all();
    }

    @Test
    void itIsAnAsyncApiDocumentOfVersionThree() {
        assertThat(DOCUMENT.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(DOCUMENT.path("info").path("description").asText()).isNotBlank();
        assertThat(DOCUMENT.path("servers").path("local").path("protocol").asText())
                .isEqualTo("kafka");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        collectReferences(DOCUMENT, references);
        assertThat(references)
                .contains("./schemas/ArticlePublished.v1.json")
                .allSatisfy(reference ->
                        assertThat(resolve(reference).isObject()).as(reference).isTrue());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aTopicIsAChannelWithTheSamePartitionsAndRetention(TopicList.Topic topic) {
        JsonNode channel = channelOf(topic.name());
        JsonNode kafka = channel.path("bindings").path("kafka");
        JsonNode configuration = kafka.path("topicConfiguration");
        assertThat(channel.path("description").asText()).isEqualTo(topic.description());
        assertThat(kafka.path("topic").asText()).isEqualTo(topic.name());
        assertThat(kafka.path("partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(texts(configuration.path("cleanup.policy"))).containsExactly(topic.cleanupPolicy());
        if (topic.retentionHours() == null) {
            assertThat(configuration.has("retention.ms")).isFalse();
        } else {
            assertThat(configuration.path("retention.ms").asLong()).isEqualTo(topic.retentionHours() * 3_600_000L);
        }
        assertThat(configuration.path("max.message.bytes").asInt())
                .isEqualTo(topic.maxMessageBytes() == null ? 0 : topic.maxMessageBytes());
    }

    @Test
    void thereIsNoChannelThatIsNoTopic() {
        assertThat(DOCUMENT.path("channels").size()).isEqualTo(topics().size());
    }

    @ParameterizedTest
    @EnumSource
    void anEventIsAMessageOfItsTopicsChannelAndOfNoOther(EventType type) {
        String reference = "#/components/messages/" + type.eventName();
        List<String> addresses = new ArrayList<>();
        for (JsonNode channel : DOCUMENT.path("channels")) {
            for (JsonNode message : channel.path("messages")) {
                if (message.path("$ref").asText().equals(reference)) {
                    addresses.add(channel.path("address").asText());
                }
            }
        }
        assertThat(addresses).containsExactly(type.topic());
    }

    @ParameterizedTest
    @EnumSource
    void aMessageNamesItsTypeAndItsSchema(EventType type) {
        JsonNode message = resolve("#/components/messages/" + type.eventName());
        JsonNode own = message.path("headers").path("allOf").path(1).path("properties");
        assertThat(message.path("name").asText()).isEqualTo(type.cloudEventsType());
        assertThat(own.path("ce_type").path("const").asText()).isEqualTo(type.cloudEventsType());
        assertThat(own.path("ce_dataschema").path("const").asText()).isEqualTo(type.dataSchema());
        assertThat(FOLDER + message.path("payload").path("$ref").asText().substring(2))
                .isEqualTo(type.schemaResource());
    }

    @Test
    void everyMessageButDeadLettersIsAnEvent() {
        Set<String> messages = names(DOCUMENT.path("components").path("messages"));
        Set<String> expected =
                Set.of(EventType.values()).stream().map(EventType::eventName).collect(Collectors.toSet());
        expected.add("DeadLetter");
        assertThat(messages).isEqualTo(expected);
    }

    @Test
    void everyChannelHasAWriter() {
        Set<String> written = DOCUMENT.path("operations")
                .valueStream()
                .filter(operation -> operation.path("action").asText().equals("send"))
                .map(operation -> operation.path("channel").path("$ref").asText())
                .collect(Collectors.toSet());
        assertThat(written)
                .isEqualTo(names(DOCUMENT.path("channels")).stream()
                        .map(name -> "#/channels/" + name)
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyReaderOfAChannelHasADeadLetterTopic() {
        for (JsonNode operation : DOCUMENT.path("operations")) {
            if (operation.path("action").asText().equals("receive")) {
                String address = resolve(operation.path("channel").path("$ref").asText())
                        .path("address")
                        .asText();
                String reader = operation.path("tags").path(0).path("name").asText();
                assertThat(channelOf(address + "." + reader + ".dlq").isObject())
                        .isTrue();
            }
        }
    }

    private static JsonNode channelOf(String topic) {
        return DOCUMENT.path("channels")
                .valueStream()
                .filter(channel -> channel.path("address").asText().equals(topic))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No channel has the address " + topic));
    }

    private static JsonNode resolve(String reference) {
        return reference.startsWith("#")
                ? DOCUMENT.at(reference.substring(1))
                : JsonVariants.tree(GoldenExamples.read(FOLDER + reference.substring("./".length())));
    }

    private static void collectReferences(JsonNode node, List<String> references) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (property.getKey().equals("$ref")) {
                references.add(property.getValue().asText());
            }
        }
        node.forEach(child -> collectReferences(child, references));
    }

    private static Set<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(GoldenExamples.read(FOLDER + "asyncapi.yaml"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("asyncapi.yaml is not YAML", e);
        }
    }
}
