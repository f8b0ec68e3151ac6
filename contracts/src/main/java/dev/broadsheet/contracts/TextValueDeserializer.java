package dev.broadsheet.contracts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/**
 * Reads a value that stands in the JSON as text, and only as text: Jackson's own would take the number 5 for five seconds
 * past 1970, {@code [6, 30]} for a time of day and {@code ""} for the id that is all zeros.
 */
final class TextValueDeserializer<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parse;

    TextValueDeserializer(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
        String text = parser.getText();
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            return (T) context.handleWeirdStringValue(handledType(), text, "not in the expected form");
        }
    }
}
