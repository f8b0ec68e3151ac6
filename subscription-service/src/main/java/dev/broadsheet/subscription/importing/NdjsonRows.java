package dev.broadsheet.subscription.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Rows of a body with one JSON object a line. */
final class NdjsonRows implements RowSource {

    private final RecordReader records;
    private final ObjectMapper json;
    private final RowRules rules;

    NdjsonRows(InputStream body, ObjectMapper json, RowRules rules) {
        this.records = new RecordReader(body, false);
        this.json = json;
        this.rules = rules;
    }

    @Override
    public CheckedRow next() throws IOException {
        RawRecord record = records.next();
        if (record == null) {
            return null;
        }
        if (record.error() != null) {
            return CheckedRow.refused(record.error());
        }
        JsonNode object = parsed(record.text());
        if (object == null || !object.isObject()) {
            return CheckedRow.refused(
                    new RowError(record.line(), "row", "row.json", "The line is not one JSON object."));
        }
        List<RowError> errors = shapeErrors(record.line(), object);
        return errors.isEmpty() ? rules.check(record.line(), fieldsOf(object)) : new CheckedRow(null, errors);
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            // Without the cause, whose message quotes the line.
            return null;
        }
    }

    private static List<RowError> shapeErrors(long line, JsonNode object) {
        List<RowError> errors = new ArrayList<>();
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!RowFields.COLUMNS.contains(name)) {
                errors.add(new RowError(line, "row", "row.unknown-field", "There is a field of an unknown name."));
            } else if (!isOfItsType(name, object.get(name))) {
                errors.add(new RowError(line, name, name + ".type", "The field is of another type."));
            }
        }
        return errors;
    }

    private static boolean isOfItsType(String name, JsonNode value) {
        if (value.isNull()) {
            return true;
        }
        if (!name.equals("newsletters")) {
            return value.isTextual();
        }
        boolean texts = value.isArray();
        for (JsonNode item : value) {
            texts &= item.isTextual();
        }
        return texts;
    }

    private static RowFields fieldsOf(JsonNode object) {
        List<String> newsletters = new ArrayList<>();
        object.path("newsletters").forEach(item -> newsletters.add(item.textValue()));
        return new RowFields(
                object.path("email").textValue(),
                newsletters,
                object.path("status").textValue(),
                object.path("consentedAt").textValue(),
                object.path("consentSource").textValue(),
                object.path("locale").textValue(),
                object.path("zone").textValue());
    }
}
