package dev.broadsheet.contracts;

import java.nio.charset.StandardCharsets;

/**
 * A published example of an event's JSON.
 *
 * @param type the event
 * @param name the example's name among those of its type: {@code full}, {@code minimal} and others
 * @param resource where it stands on the class path
 * @param text the JSON
 */
public record GoldenExample(EventType type, String name, String resource, String text) {

    /** The value of a Kafka record. */
    public byte[] json() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public Event event() {
        return EventJson.decode(type.recordType(), json());
    }

    @Override
    public String toString() {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }
}
