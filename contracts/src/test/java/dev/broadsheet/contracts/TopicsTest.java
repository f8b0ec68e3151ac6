package dev.broadsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

    private static final String DEAD_LETTERS = ".dlq";
    private static final int KAFKAS_OWN_LIMIT = 1_048_588;

    static List<TopicList.Topic> topics() {
        return TopicList.all();
    }

    static List<TopicList.Topic> deadLetterTopics() {
        return topics().stream()
                .filter(topic -> topic.name().endsWith(DEAD_LETTERS))
                .toList();
    }

    @Test
    void theListHoldsEveryTopicAndNoOthersButDeadLetters() {
        assertThat(topics())
                .extracting(TopicList.Topic::name)
                .doesNotHaveDuplicates()
                .filteredOn(name -> !name.endsWith(DEAD_LETTERS))
                .containsExactlyInAnyOrderElementsOf(constants());
    }

    @ParameterizedTest
    @EnumSource
    void everyEventHasATopicOfTheList(EventType type) {
        assertThat(topics()).extracting(TopicList.Topic::name).contains(type.topic());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aTopicIsKeptForATimeOrCompacted(TopicList.Topic topic) {
        assertThat(topic.partitions()).isPositive();
        assertThat(topic.description()).isNotBlank();
        assertThat(topic.cleanupPolicy()).isIn("delete", "compact");
        if (topic.cleanupPolicy().equals("delete")) {
            assertThat(topic.retentionHours()).isPositive();
        } else {
            assertThat(topic.retentionHours()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("deadLetterTopics")
    void aDeadLetterTopicIsNamedAfterItsTopicAndItsReader(TopicList.Topic topic) {
        String regex =
                constants().stream().map(name -> name.replace(".", "\\.")).collect(Collectors.joining("|"));
        assertThat(topic.name()).matches("(" + regex + ")\\.[a-z]+(-[a-z]+)*\\.dlq");
    }

    /** A record that filled its topic's limit has more headers as a dead letter, and may be compressed less well. */
    @ParameterizedTest
    @MethodSource("deadLetterTopics")
    void aDeadLetterTopicTakesMoreThanWhatItsTopicTook(TopicList.Topic topic) {
        String source = constants().stream()
                .filter(name -> topic.name().startsWith(name + "."))
                .findFirst()
                .orElseThrow();
        assertThat(TopicList.named(source).maxMessageBytes()).isNull();
        assertThat(topic.maxMessageBytes()).isGreaterThan(KAFKAS_OWN_LIMIT);
    }

    @Test
    void deadLettersOfPersonalDataAreKeptNoLongerThanThePersonalData() {
        int longest = TopicList.named(Topics.SUBSCRIPTIONS).retentionHours();
        assertThat(longest).isEqualTo(7 * 24);
        assertThat(deadLetterTopics())
                .filteredOn(topic -> topic.name().startsWith(Topics.SUBSCRIPTIONS))
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(topic.retentionHours()).isLessThanOrEqualTo(longest));
    }

    private static Set<String> constants() {
        return Arrays.stream(Topics.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(TopicsTest::value)
                .collect(Collectors.toSet());
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
