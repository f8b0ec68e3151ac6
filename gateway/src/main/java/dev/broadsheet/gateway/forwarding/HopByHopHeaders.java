package dev.broadsheet.gateway.forwarding;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Headers that are about one connection and end with it (RFC 9110, 7.6.1). */
final class HopByHopHeaders {

    private static final String CONNECTION = "connection";
    private static final Set<String> NAMES =
            Set.of(CONNECTION, "keep-alive", "te", "trailer", "transfer-encoding", "upgrade", "http2-settings");
    private static final String PROXY_PREFIX = "proxy-";

    private HopByHopHeaders() {}

    static void removeFrom(MultiMap headers) {
        for (String value : headers.getAll(CONNECTION)) {
            for (String named : value.split(",")) {
                headers.remove(named.strip());
            }
        }
        for (String name : List.copyOf(headers.names())) {
            String lowerCase = name.toLowerCase(Locale.ROOT);
            if (NAMES.contains(lowerCase) || lowerCase.startsWith(PROXY_PREFIX)) {
                headers.remove(name);
            }
        }
    }
}
