package dev.broadsheet.subscription.testing;

import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.EventSchemas;
import dev.broadsheet.contracts.EventType;
import dev.broadsheet.localstack.client.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What is really on a topic; each record that is looked at must be a valid CloudEvent of its schema. */
public final class PublishedEvents {

    private static final String NEWEST_PUBLISHED =
            "SELECT event_id FROM outbox_event WHERE topic = ? AND sent_at IS NOT NULL ORDER BY sequence DESC LIMIT 200";

    /** One reader of each topic for all tests, which otherwise would read each other's events again and again. */
    private static final Map<String, PublishedEvents> BY_TOPIC = new HashMap<>();

    private final String name;
    private final TopicReader topic;
    private final Database database = new Database();
    private final Map<ConsumerRecord<String, byte[]>, Event> checked = new IdentityHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private int counted;

    private PublishedEvents(String name) {
        this.name = name;
        this.topic = TopicReader.ofTestStack(name);
    }

    static synchronized PublishedEvents on(String topic) {
        return BY_TOPIC.computeIfAbsent(topic, PublishedEvents::new);
    }

    /** All events of this type that fit, in the order of their aggregate. Neither early nor late: nothing is under way. */
    public <E extends Event> List<E> all(Class<E> type, Predicate<E> wanted) {
        return everythingPublished().stream()
                .filter(record -> isOf(type, record))
                .map(record -> type.cast(checked.computeIfAbsent(record, PublishedEvents::read)))
                .filter(wanted)
                .toList();
    }

    /**
     * Kafka answers a commit before the transaction's markers are on all partitions: what was sent shows a moment later.
     */
    public List<ConsumerRecord<String, byte[]>> everythingPublished() {
        database.awaitEverythingPublished();
        List<String> expected = database.texts(NEWEST_PUBLISHED, name);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> seenByNow().containsAll(expected));
        return topic.records();
    }

    /** From here on everything that was asked for before is decided. */
    void awaitEverythingDecided() {
        database.awaitEverythingDecided();
    }

    private Set<String> seenByNow() {
        List<ConsumerRecord<String, byte[]>> records = topic.records();
        records.subList(counted, records.size())
                .forEach(record -> TopicReader.header(record, "ce_id").ifPresent(seen::add));
        counted = records.size();
        return seen;
    }

    private static boolean isOf(Class<? extends Event> type, ConsumerRecord<String, byte[]> record) {
        return TopicReader.header(record, "ce_type")
                .flatMap(EventType::ofCloudEventsType)
                .filter(known -> known.recordType().equals(type))
                .isPresent();
    }

    private static Event read(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = Arrays.stream(record.headers().toArray())
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
        EventSchemas.assertValidCloudEvent(record.key(), headers, record.value());
        EventType type = EventType.ofCloudEventsType(headers.get("ce_type")).orElseThrow();
        return EventJson.decode(type.recordType(), record.value());
    }
}
