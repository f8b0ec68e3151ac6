package dev.broadsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Build check one: what the records write is what the schemas say, no more and no less. */
class RecordsFollowTheirSchemasTest {

    static List<Event> sampleEvents() {
        return SampleEvents.all();
    }

    @ParameterizedTest
    @MethodSource("sampleEvents")
    void whatARecordWritesIsValid(Event event) {
        EventSchemas.assertValid(EventType.of(event), EventJson.encode(event));
    }

    @ParameterizedTest
    @MethodSource("sampleEvents")
    void whatARecordWritesIsReadAsTheSameRecord(Event event) {
        assertThat(EventJson.decode(event.getClass(), EventJson.encode(event))).isEqualTo(event);
    }

    @Test
    void everyTypeOfEventIsAmongTheSamples() {
        assertThat(SampleEvents.all())
                .extracting(EventType::of)
                .containsAll(List.of(EventType.values()))
                .hasSizeGreaterThan(EventType.values().length);
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaHasTheComponentsOfTheRecordAndNoOthers(EventType type) {
        assertSameShape(type.recordType(), SchemaTrees.of(type), type.eventName());
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaRequiresWhatTheRecordRequires(EventType type) {
        JsonNode schema = SchemaTrees.of(type);
        JsonNode full = JsonVariants.tree(GoldenExamples.of(type, "full").json());
        for (JsonVariants.Variant variant : JsonVariants.withoutEachProperty(full)) {
            assertThat(isRefused(type, variant.bytes()))
                    .as("%s is refused %s", type, variant)
                    .isEqualTo(SchemaTrees.requires(schema, variant.at()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordAndSchemaBothRefuseValuesOfAnotherType(EventType type) {
        JsonNode full = JsonVariants.tree(GoldenExamples.of(type, "full").json());
        List<JsonVariants.Variant> variants = JsonVariants.withEachValueOfAnotherType(full);
        assertThat(variants).isNotEmpty();
        for (JsonVariants.Variant variant : variants) {
            assertThat(isRefused(type, variant.bytes()))
                    .as("%s %s", type, variant)
                    .isTrue();
            assertThat(EventSchemas.violations(type, variant.bytes()))
                    .as("%s %s", type, variant)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaSaysWhatItIsAndDescribesEveryPart(EventType type) {
        JsonNode schema = SchemaTrees.of(type);
        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asText()).isEqualTo(type.dataSchema());
        assertThat(schema.path("title").asText()).isNotBlank();
        assertDescribed(schema, type.eventName());
    }

    private static boolean isRefused(EventType type, byte[] json) {
        try {
            EventJson.decode(type.recordType(), json);
            return false;
        } catch (MalformedEventException e) {
            return true;
        }
    }

    private static void assertDescribed(JsonNode schema, String place) {
        assertThat(schema.path("description").asText()).as(place).isNotBlank();
        schema.path("properties")
                .properties()
                .forEach(property -> assertDescribed(property.getValue(), place + "." + property.getKey()));
        if (schema.has("items")) {
            assertDescribed(schema.get("items"), place + "[]");
        }
    }

    private static void assertSameShape(Type type, JsonNode schema, String place) {
        String jsonType = schema.path("type").asText();
        if (type instanceof ParameterizedType list) {
            assertThat(jsonType).as(place).isEqualTo("array");
            assertSameShape(list.getActualTypeArguments()[0], schema.path("items"), place + "[]");
        } else if (((Class<?>) type).isRecord()) {
            assertSameProperties((Class<?>) type, schema, place);
        } else if (((Class<?>) type).isEnum()) {
            assertThat(texts(schema.path("enum")))
                    .as(place)
                    .isEqualTo(Arrays.stream(((Class<?>) type).getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.toSet()));
        } else {
            assertThat(jsonType + " " + schema.path("format").asText("-"))
                    .as(place)
                    .isIn(shapes((Class<?>) type));
        }
    }

    private static void assertSameProperties(Class<?> type, JsonNode schema, String place) {
        RecordComponent[] components = type.getRecordComponents();
        assertThat(schema.path("type").asText()).as(place).isEqualTo("object");
        assertThat(schema.path("additionalProperties").asBoolean(false))
                .as("%s is open to properties added later", place)
                .isTrue();
        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .as(place)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(components).map(RecordComponent::getName).toList());
        for (RecordComponent component : components) {
            assertSameShape(
                    component.getGenericType(),
                    schema.path("properties").path(component.getName()),
                    place + "." + component.getName());
        }
    }

    private static Set<String> shapes(Class<?> type) {
        if (type == UUID.class) {
            return Set.of("string uuid");
        }
        if (type == Instant.class) {
            return Set.of("string date-time");
        }
        if (type == LocalTime.class) {
            return Set.of("string -");
        }
        if (type == String.class) {
            return Set.of("string -", "string uri");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Set.of("boolean -");
        }
        return type == int.class || type == long.class ? Set.of("integer -") : Set.of();
    }

    private static Set<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }
}
