package dev.broadsheet.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of the outbox: all that is needed to publish the same event again, to the byte.
 *
 * @param sequence the row's place in the order of publishing
 * @param eventId becomes {@code ce_id}; the same however often the row is sent
 * @param eventType an {@link dev.broadsheet.contracts.EventType}'s name
 * @param topic the Kafka topic
 * @param key the record's key and {@code ce_subject}
 * @param data JSON
 * @param traceparent W3C trace context of the change, or null
 * @param occurredAt becomes {@code ce_time}
 */
record OutboxRecord(
        long sequence,
        UUID eventId,
        String eventType,
        String topic,
        String key,
        String data,
        String traceparent,
        Instant occurredAt) {}
