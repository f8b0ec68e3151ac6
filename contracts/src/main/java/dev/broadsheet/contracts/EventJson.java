package dev.broadsheet.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The JSON of the events: instants as RFC 3339 in UTC, absent instead of null, unknown properties ignored, and no value
 * turned into another type (a number is not a text, {@code "true"} is not true). Thread-safe.
 */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule("values that are text")
                    .addDeserializer(Instant.class, new TextValueDeserializer<>(Instant.class, Instant::parse))
                    .addDeserializer(LocalTime.class, new TextValueDeserializer<>(LocalTime.class, LocalTime::parse))
                    .addDeserializer(UUID.class, new TextValueDeserializer<>(UUID.class, UUID::fromString)))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}

    /** The event as JSON in UTF-8. */
    public static byte[] encode(Event event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event record that Jackson cannot write: " + event.getClass(), e);
        }
    }

    /**
     * Reads an event.
     *
     * @throws MalformedEventException if the bytes are not JSON, or a required property is missing or of another type.
     *     Its message says where and what was expected, never what was read
     */
    public static <E extends Event> E decode(Class<E> type, byte[] json) {
        if (json == null) {
            throw new MalformedEventException("A " + type.getSimpleName() + " without a value", null);
        }
        E event;
        try {
            event = MAPPER.readValue(json, type);
        } catch (IOException e) {
            // Without the cause: Jackson's messages quote what they could not read, which may be a reader's address or
            // a token, and whoever logs an exception logs its causes too.
            throw new MalformedEventException("Not a " + type.getSimpleName() + ": " + reason(e), null);
        }
        if (event == null) {
            throw new MalformedEventException("A " + type.getSimpleName() + " that is null", null);
        }
        return event;
    }

    private static String reason(IOException e) {
        if (e instanceof ValueInstantiationException refused
                && refused.getCause() instanceof IllegalArgumentException missing) {
            return missing.getMessage();
        }
        if (e instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()
                && mismatch.getTargetType() != null) {
            return path(mismatch) + " cannot be read as "
                    + mismatch.getTargetType().getSimpleName() + position(mismatch);
        }
        return e instanceof JsonProcessingException json ? "not such JSON" + position(json) : "not JSON";
    }

    private static String path(MismatchedInputException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String position(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
