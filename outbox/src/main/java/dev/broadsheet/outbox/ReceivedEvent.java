package dev.broadsheet.outbox;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.EventType;
import dev.broadsheet.contracts.MalformedEventException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as it was read from a topic.
 *
 * @param id {@code ce_id}, the same however often the event is sent
 * @param occurredAt {@code ce_time}
 * @param event what happened
 */
public record ReceivedEvent(UUID id, Instant occurredAt, Event event) {

    /**
     * Reads a record of one of Broadsheet's topics; empty for a type that this version does not know.
     *
     * @throws MalformedEventException if the record is not a CloudEvent in binary mode, its value is not what its type says
     *     or more than any service publishes, or its key is not the event's
     */
    public static Optional<ReceivedEvent> from(ConsumerRecord<String, byte[]> record) {
        String type = required(record, CloudEventHeaders.TYPE);
        return EventType.ofCloudEventsType(type)
                .map(known -> new ReceivedEvent(id(record), time(record), event(known, record)));
    }

    private static Event event(EventType type, ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        if (value != null && value.length > OutboxStore.MAXIMUM_DATA_BYTES) {
            throw new MalformedEventException(
                    "A value of " + value.length + " bytes is over the limit of " + OutboxStore.MAXIMUM_DATA_BYTES,
                    null);
        }
        Event event = EventJson.decode(type.recordType(), value);
        if (!event.aggregateId().equals(record.key())) {
            // It may have overtaken, or been overtaken by, what else happened to its aggregate.
            throw new MalformedEventException("The record's key is not the id that the event speaks of", null);
        }
        return event;
    }

    private static UUID id(ConsumerRecord<String, byte[]> record) {
        try {
            return UUID.fromString(required(record, CloudEventHeaders.ID));
        } catch (IllegalArgumentException e) {
            throw new MalformedEventException("ce_id is not a UUID", e);
        }
    }

    private static Instant time(ConsumerRecord<String, byte[]> record) {
        try {
            return Instant.parse(required(record, CloudEventHeaders.TIME));
        } catch (DateTimeParseException e) {
            throw new MalformedEventException("ce_time is not an RFC 3339 time in UTC", e);
        }
    }

    private static String required(ConsumerRecord<String, byte[]> record, String header) {
        String value = CloudEventHeaders.read(record.headers(), header);
        if (value == null) {
            throw new MalformedEventException("The header " + header + " is missing", null);
        }
        return value;
    }
}
