package dev.broadsheet.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;

/** What {@code broadsheet/topics.json} says, read strictly: a property with a typing error is not ignored. */
record TopicList(List<Topic> topics) {

    record Topic(
            String name,
            int partitions,
            String cleanupPolicy,
            Integer retentionHours,
            Integer maxMessageBytes,
            String description) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Topic> all() {
        try {
            return JsonVariants.JSON
                    .readValue(GoldenExamples.read("broadsheet/topics.json"), TopicList.class)
                    .topics();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("broadsheet/topics.json", e);
        }
    }

    static Topic named(String name) {
        return all().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is not in the list of topics"));
    }
}
