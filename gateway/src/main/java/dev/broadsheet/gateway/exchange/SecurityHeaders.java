package dev.broadsheet.gateway.exchange;

import io.vertx.core.MultiMap;
import java.util.Map;

/** What every answer carries unless the upstream knew better. */
public final class SecurityHeaders {

    private static final Map<String, String> DEFAULTS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Content-Security-Policy", "frame-ancestors 'none'");

    private SecurityHeaders() {}

    public static void addMissing(MultiMap headers) {
        DEFAULTS.forEach((name, value) -> {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        });
    }
}
