package dev.broadsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page for readers of the topics shows the events as they are. */
class EventsDocumentTest {

    private static final Path PAGE = Path.of("../docs/events.md");

    @ParameterizedTest
    @EnumSource
    void everyEventIsShownByItsGoldenExample(EventType type) throws IOException {
        String example = GoldenExamples.of(type, "full").text().strip();
        assertThat(Files.readString(PAGE))
                .contains("### " + type.eventName() + "\n")
                .contains("```json\n" + example + "\n```");
    }

    @Test
    void everyTopicIsInTheTableWithItsPartitions() throws IOException {
        assertThat(Files.readAllLines(PAGE)).satisfies(lines -> {
            for (TopicList.Topic topic : TopicList.all()) {
                assertThat(lines)
                        .anyMatch(line -> line.startsWith("| `" + topic.name() + "` |")
                                && line.contains("| " + topic.partitions() + " |")
                                && line.contains(kept(topic)));
            }
        });
    }

    private static String kept(TopicList.Topic topic) {
        return topic.retentionHours() == null ? "compacted" : topic.retentionHours() / 24 + " days";
    }
}
