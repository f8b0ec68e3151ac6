package dev.broadsheet.notification;

import dev.broadsheet.localstack.client.TopicReader;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the service could not handle of a topic. */
final class DeadLetters {

    private final String topic;

    DeadLetters(String subject) {
        this.topic = "broadsheet." + subject + ".v1.notification-service.dlq";
    }

    long ofKey(String key) {
        try (TopicReader reader = TopicReader.ofTestStack(topic)) {
            return reader.records().stream()
                    .filter(record -> key.equals(record.key()))
                    .count();
        }
    }

    /** How many have one of these as their event's id. */
    long ofEvents(Collection<String> ids) {
        try (TopicReader reader = TopicReader.ofTestStack(topic)) {
            return reader.records().stream()
                    .filter(record -> TopicReader.header(record, "ce_id")
                            .filter(ids::contains)
                            .isPresent())
                    .count();
        }
    }

    /** How many hold this text. */
    long holding(String text) {
        try (TopicReader reader = TopicReader.ofTestStack(topic)) {
            return reader.records().stream()
                    .filter(record -> TopicReader.text(record).contains(text))
                    .count();
        }
    }

    /** The reason with which the record of that key was given up. */
    Optional<String> awaitReason(Predicate<ConsumerRecord<String, byte[]>> wanted) {
        try (TopicReader reader = TopicReader.ofTestStack(topic)) {
            return TopicReader.header(reader.awaitRecord(wanted), "dead-letter-reason");
        }
    }
}
