package dev.broadsheet.problems;

import io.smallrye.common.vertx.ContextLocals;
import java.util.Optional;

/**
 * What a problem says of its request. Kept with the Vert.x context of the request, which, unlike the CDI request scope,
 * also exists while a body is read or a token is refused.
 *
 * @param id the caller's {@code X-Request-Id}, or a new one
 * @param path as the caller wrote it, without the query
 */
public record CurrentRequest(String id, String path) {

    private static final String LOCAL = "broadsheet.request";

    /** The request being handled on this thread; empty outside a request. */
    public static Optional<CurrentRequest> get() {
        return ContextLocals.get(LOCAL);
    }

    static void set(CurrentRequest request) {
        ContextLocals.put(LOCAL, request);
    }
}
