package dev.broadsheet.contracts;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** The schemas as plain JSON. */
final class SchemaTrees {

    private SchemaTrees() {}

    static JsonNode of(EventType type) {
        return JsonVariants.tree(GoldenExamples.read(type.schemaResource()));
    }

    /** The part of a schema that speaks of this place of an instance. */
    static JsonNode at(JsonNode schema, JsonPointer place) {
        if (place.matches()) {
            return schema;
        }
        JsonNode next = schema.path("type").asText().equals("array")
                ? schema.path("items")
                : schema.path("properties").path(place.getMatchingProperty());
        return at(next, place.tail());
    }

    static boolean requires(JsonNode schema, JsonPointer property) {
        for (JsonNode name : at(schema, property.head()).path("required")) {
            if (name.asText().equals(property.last().getMatchingProperty())) {
                return true;
            }
        }
        return false;
    }
}
