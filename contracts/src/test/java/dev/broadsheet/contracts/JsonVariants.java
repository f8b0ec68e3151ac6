package dev.broadsheet.contracts;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same JSON with one thing different each time. */
final class JsonVariants {

    static final ObjectMapper JSON = new ObjectMapper();

    /** One variant: what is different, and where. */
    record Variant(String change, JsonPointer at, JsonNode json) {

        byte[] bytes() {
            return JsonVariants.bytes(json);
        }

        @Override
        public String toString() {
            return change + " " + at;
        }
    }

    private JsonVariants() {}

    static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not JSON", e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON", e);
        }
    }

    static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON", e);
        }
    }

    /** Every property at every depth is missing once. */
    static List<Variant> withoutEachProperty(JsonNode json) {
        List<Variant> variants = new ArrayList<>();
        for (JsonPointer at : places(json)) {
            if (json.at(at.head()).isObject()) {
                JsonNode copy = json.deepCopy();
                ((ObjectNode) copy.at(at.head())).remove(at.last().getMatchingProperty());
                variants.add(new Variant("without", at, copy));
            }
        }
        return variants;
    }

    /** Every value at every depth is once of each other JSON type. */
    static List<Variant> withEachValueOfAnotherType(JsonNode json) {
        List<JsonNode> others = List.of(
                JSON.getNodeFactory().textNode("true"),
                JSON.getNodeFactory().textNode("5"),
                JSON.getNodeFactory().textNode(""),
                JSON.getNodeFactory().numberNode(1),
                JSON.getNodeFactory().numberNode(1.5),
                JSON.getNodeFactory().booleanNode(true),
                JSON.createArrayNode(),
                JSON.createArrayNode().add(6).add(30),
                JSON.createObjectNode());
        List<Variant> variants = new ArrayList<>();
        for (JsonPointer at : places(json)) {
            for (JsonNode other : others) {
                if (differs(json.at(at), other)) {
                    JsonNode copy = json.deepCopy();
                    replace(copy, at, other);
                    variants.add(new Variant(other + " at", at, copy));
                }
            }
        }
        return variants;
    }

    /** Properties that nobody knows in every object at every depth, of every type. */
    static JsonNode withUnknownPropertiesEverywhere(JsonNode json) {
        JsonNode copy = json.deepCopy();
        List<JsonPointer> places = new ArrayList<>(places(json));
        places.add(JsonPointer.empty());
        for (JsonPointer at : places) {
            if (copy.at(at) instanceof ObjectNode object) {
                object.put("addedLater", "text").put("addedLaterToo", 5).putNull("addedLaterAsNull");
                object.putObject("addedLaterAsObject")
                        .putArray("with")
                        .addObject()
                        .put("slug", "NOT A SLUG");
            }
        }
        return copy;
    }

    private static boolean differs(JsonNode value, JsonNode other) {
        boolean fraction = other.isFloatingPointNumber();
        return value.getNodeType() != other.getNodeType() || (fraction && value.isIntegralNumber());
    }

    private static void replace(JsonNode root, JsonPointer at, JsonNode value) {
        JsonNode parent = root.at(at.head());
        if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(at.last().getMatchingProperty(), value);
        }
    }

    /** Where there is a value, the root aside. */
    private static List<JsonPointer> places(JsonNode json) {
        List<JsonPointer> places = new ArrayList<>();
        collect(json, JsonPointer.empty(), places);
        return places;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            JsonPointer place = at.appendProperty(property.getKey());
            places.add(place);
            collect(property.getValue(), place, places);
        }
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            JsonPointer place = at.appendIndex(index);
            places.add(place);
            collect(node.get(index), place, places);
        }
    }
}
