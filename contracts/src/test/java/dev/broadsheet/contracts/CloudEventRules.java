package dev.broadsheet.contracts;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the headers of a record must be: CloudEvents 1.0, Kafka binding, binary mode, and Broadsheet's own promises. */
final class CloudEventRules {

    private static final Pattern UUID_VERSION_7 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Pattern SOURCE = Pattern.compile("/[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Map<String, String> headers;
    private final List<String> violations = new ArrayList<>();

    private CloudEventRules(Map<String, String> headers) {
        this.headers = headers;
    }

    static List<String> violations(Map<String, String> headers, byte[] value) {
        return new CloudEventRules(headers).check(value);
    }

    private List<String> check(byte[] value) {
        equal("ce_specversion", "1.0");
        equal("content-type", "application/json");
        matching("ce_id", UUID_VERSION_7, "a UUIDv7 in lower case");
        matching("ce_source", SOURCE, "a service's name after a slash");
        if (headers.containsKey("traceparent")) {
            matching("traceparent", TRACE_PARENT, "a W3C trace context");
        }
        time();
        Optional<EventType> type = Optional.ofNullable(headers.get("ce_type")).flatMap(EventType::ofCloudEventsType);
        type.ifPresentOrElse(
                known -> data(known, value), () -> violations.add("ce_type is unknown: " + headers.get("ce_type")));
        return List.copyOf(violations);
    }

    private void data(EventType type, byte[] value) {
        equal("ce_dataschema", type.dataSchema());
        if (value == null) {
            violations.add("the value is missing");
            return;
        }
        violations.addAll(EventSchemas.violations(type, value));
        try {
            equal("ce_subject", EventJson.decode(type.recordType(), value).aggregateId());
        } catch (MalformedEventException e) {
            violations.add(e.getMessage());
        }
    }

    private void equal(String header, String expected) {
        if (!expected.equals(headers.get(header))) {
            violations.add(header + " is " + headers.get(header) + ", not " + expected);
        }
    }

    private void matching(String header, Pattern pattern, String expected) {
        String value = headers.get(header);
        if (value == null || !pattern.matcher(value).matches()) {
            violations.add(header + " is " + value + ", not " + expected);
        }
    }

    private void time() {
        String value = headers.get("ce_time");
        try {
            if (value != null && value.endsWith("Z")) {
                Instant.parse(value);
                return;
            }
            violations.add("ce_time is " + value + ", not RFC 3339 in UTC");
        } catch (DateTimeParseException e) {
            violations.add("ce_time is not RFC 3339: " + e.getMessage());
        }
    }
}
