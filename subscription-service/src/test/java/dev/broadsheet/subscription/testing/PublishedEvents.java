package dev.broadsheet.subscription.testing;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.EventSchemas;
import dev.broadsheet.contracts.EventType;
import dev.broadsheet.localstack.client.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What is really on a topic; each record that is looked at must be a valid CloudEvent of its schema. */
public final class PublishedEvents implements AutoCloseable {

    private final TopicReader topic;
    private final Database database;

    PublishedEvents(String topic, Database database) {
        this.topic = TopicReader.ofTestStack(topic);
        this.database = database;
    }

    /** All events of this type that fit, in the order of their aggregate. Neither early nor late: nothing is under way. */
    public <E extends Event> List<E> all(Class<E> type, Predicate<E> wanted) {
        database.awaitEverythingPublished();
        return topic.records().stream()
                .filter(record -> isOf(type, record))
                .map(record -> read(type, record))
                .filter(wanted)
                .toList();
    }

    @Override
    public void close() {
        topic.close();
    }

    private static boolean isOf(Class<? extends Event> type, ConsumerRecord<String, byte[]> record) {
        return TopicReader.header(record, "ce_type")
                .flatMap(EventType::ofCloudEventsType)
                .filter(known -> known.recordType().equals(type))
                .isPresent();
    }

    private static <E extends Event> E read(Class<E> type, ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = Arrays.stream(record.headers().toArray())
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
        EventSchemas.assertValidCloudEvent(record.key(), headers, record.value());
        return EventJson.decode(type, record.value());
    }
}
