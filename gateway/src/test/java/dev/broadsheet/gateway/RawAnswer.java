package dev.broadsheet.gateway;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** An answer as it was on the wire. */
record RawAnswer(int status, List<String> headerLines, String body) {

    List<String> headers(String name) {
        return HeaderLines.values(headerLines, name);
    }

    String header(String name) {
        List<String> values = headers(name);
        return values.isEmpty() ? null : String.join(" | ", values);
    }

    JsonObject json() {
        return new JsonObject(body);
    }
}
