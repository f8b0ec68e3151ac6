package dev.broadsheet.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds JSON and whole Kafka records against the published schemas, formats included, so that a service's tests can check
 * what they really publish. Needs {@code com.networknt:json-schema-validator} in the test scope of whoever uses it.
 */
public final class EventSchemas {

    private static final Map<EventType, Schema> SCHEMAS = load();

    private EventSchemas() {}

    /** What is wrong with this JSON as the data of such an event; empty if nothing is. */
    public static List<String> violations(EventType type, byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        return SCHEMAS.get(type).validate(text, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** Throws {@link AssertionError}, with every violation, unless this JSON is the data of such an event. */
    public static void assertValid(EventType type, byte[] json) {
        refuse(violations(type, json), "Not a valid " + type.eventName(), json);
    }

    /**
     * Throws {@link AssertionError}, with every violation, unless headers and value are an event of Broadsheet in
     * CloudEvents' binary mode. The record's key must be the header {@code ce_subject}, which
     * {@link #assertValidCloudEvent(String, Map, byte[])} checks too.
     */
    public static void assertValidCloudEvent(Map<String, String> headers, byte[] value) {
        refuse(CloudEventRules.violations(headers, value), "Not a valid CloudEvent " + headers, value);
    }

    /** The same for a record with its key. */
    public static void assertValidCloudEvent(String key, Map<String, String> headers, byte[] value) {
        assertValidCloudEvent(headers, value);
        if (!headers.get("ce_subject").equals(key)) {
            throw new AssertionError("The record's key " + key + " is not its ce_subject " + headers.get("ce_subject"));
        }
    }

    private static void refuse(List<String> violations, String what, byte[] json) {
        if (!violations.isEmpty()) {
            String text = json == null ? "no value" : new String(json, StandardCharsets.UTF_8);
            throw new AssertionError(what + ":\n  " + String.join("\n  ", violations) + "\nin " + text);
        }
    }

    private static Map<EventType, Schema> load() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
        Map<EventType, Schema> schemas = new EnumMap<>(EventType.class);
        for (EventType type : EventType.values()) {
            schemas.put(type, registry.getSchema(GoldenExamples.read(type.schemaResource()), InputFormat.JSON));
        }
        return schemas;
    }
}
