package dev.broadsheet.localstack.inbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The part of a URL after the question mark. */
record Query(Map<String, String> parameters) {

    static Query parse(String raw) {
        Map<String, String> parameters = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.put(decode(name), decode(value));
            }
        }
        return new Query(Map.copyOf(parameters));
    }

    String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    int number(String name, int otherwise) {
        String value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        int number = Integer.parseInt(value);
        if (number < 0) {
            throw new IllegalArgumentException(name + " must not be negative");
        }
        return number;
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
