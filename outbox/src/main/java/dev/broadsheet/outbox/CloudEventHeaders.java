package dev.broadsheet.outbox;

import dev.broadsheet.contracts.EventType;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** CloudEvents 1.0 in Kafka's binary mode: attributes as headers with the prefix {@code ce_}, the value is the data. */
final class CloudEventHeaders {

    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    static final String SUBJECT = "ce_subject";
    static final String TIME = "ce_time";
    static final String TRACEPARENT = "traceparent";

    private static final String SPEC_VERSION = "ce_specversion";
    private static final String SOURCE = "ce_source";
    private static final String DATA_SCHEMA = "ce_dataschema";
    private static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}

    static void write(Headers headers, OutboxRecord record, String source) {
        EventType type = EventType.valueOf(record.eventType());
        add(headers, SPEC_VERSION, "1.0");
        add(headers, ID, record.eventId().toString());
        add(headers, TYPE, type.cloudEventsType());
        add(headers, SOURCE, source);
        add(headers, SUBJECT, record.key());
        add(headers, TIME, record.occurredAt().toString());
        add(headers, DATA_SCHEMA, type.dataSchema());
        add(headers, CONTENT_TYPE, "application/json");
        if (record.traceparent() != null) {
            add(headers, TRACEPARENT, record.traceparent());
        }
    }

    /** The header's text, or null. */
    static String read(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
