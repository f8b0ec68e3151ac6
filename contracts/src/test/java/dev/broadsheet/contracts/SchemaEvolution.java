package dev.broadsheet.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a schema may become once it is published: it may gain optional properties and better words, nothing else.
 *
 * <p>Everything that is not known to be harmless is refused, so that a keyword nobody thought of here cannot slip through.
 * Wider limits are refused like narrower ones: readers chose the size of their columns by the published ones.
 */
final class SchemaEvolution {

    private static final Set<String> WORDS = Set.of("title", "description", "examples", "$comment", "deprecated");
    private static final Set<String> STRUCTURE = Set.of("properties", "items", "required");

    private final List<String> breaches = new ArrayList<>();

    private SchemaEvolution() {}

    /** Why readers of the published schema could not read what the current one describes; empty if they can. */
    static List<String> breaches(JsonNode published, JsonNode current) {
        SchemaEvolution evolution = new SchemaEvolution();
        evolution.compare("", published, current);
        return List.copyOf(evolution.breaches);
    }

    private void compare(String place, JsonNode published, JsonNode current) {
        if (!published.isObject() || !current.isObject()) {
            refuseUnless(published.equals(current), place + " is another schema");
            return;
        }
        Set<String> keywords = new LinkedHashSet<>();
        published.fieldNames().forEachRemaining(keywords::add);
        current.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(WORDS);
        keywords.removeAll(STRUCTURE);
        for (String keyword : keywords) {
            compareKeyword(place, keyword, published.path(keyword), current.path(keyword));
        }
        compareRequired(place, published.path("required"), current.path("required"));
        compareProperties(place, published.path("properties"), current.path("properties"));
        if (published.has("items") || current.has("items")) {
            compare(place + "[]", published.path("items"), current.path("items"));
        }
    }

    private void compareKeyword(String place, String keyword, JsonNode published, JsonNode current) {
        boolean same = keyword.equals("enum")
                ? texts(published).equals(texts(current)) && published.size() == current.size()
                : published.equals(current);
        refuseUnless(same, place + " has another " + keyword + ": was " + shown(published) + ", is " + shown(current));
    }

    private void compareRequired(String place, JsonNode published, JsonNode current) {
        Set<String> before = texts(published);
        Set<String> now = texts(current);
        for (String name : now) {
            refuseUnless(before.contains(name), place + "/" + name + " is newly required");
        }
        for (String name : before) {
            refuseUnless(now.contains(name), place + "/" + name + " is no longer required");
        }
    }

    private void compareProperties(String place, JsonNode published, JsonNode current) {
        for (Map.Entry<String, JsonNode> property : published.properties()) {
            String at = place + "/" + property.getKey();
            if (current.has(property.getKey())) {
                compare(at, property.getValue(), current.get(property.getKey()));
            } else {
                breaches.add(at + " is removed");
            }
        }
    }

    private void refuseUnless(boolean harmless, String breach) {
        if (!harmless) {
            breaches.add(breach);
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }
}
