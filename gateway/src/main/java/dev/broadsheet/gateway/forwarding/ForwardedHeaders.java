package dev.broadsheet.gateway.forwarding;

import dev.broadsheet.gateway.client.Addresses;
import dev.broadsheet.gateway.client.TrustedProxies;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/**
 * Tells an upstream who asked, over what and for which host. It believes nobody but the configured proxies, and speaks
 * only X-Forwarded-For, -Proto and -Host: two dialects could contradict each other.
 */
@Singleton
class ForwardedHeaders {

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";
    private static final String X_FORWARDED_PREFIX = "x-forwarded-";

    private final TrustedProxies trustedProxies;

    ForwardedHeaders(TrustedProxies trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    /** Replaces in {@code headers} what the client of {@code request} claimed, or extends it if that is a trusted proxy. */
    void rewrite(MultiMap headers, HttpServerRequest request) {
        SocketAddress peer = request.remoteAddress();
        String scheme = request.scheme();
        HostAndPort authority = request.authority();
        boolean trusted = Addresses.parse(peer.hostAddress())
                .filter(trustedProxies::contains)
                .isPresent();
        String claimedFor = trusted ? String.join(", ", headers.getAll(FOR)) : "";
        String claimedProto = trusted ? headers.get(PROTO) : null;
        String claimedHost = trusted ? headers.get(HOST) : null;
        removeClaims(headers);
        headers.set(FOR, claimedFor.isBlank() ? peer.hostAddress() : claimedFor + ", " + peer.hostAddress());
        headers.set(PROTO, claimedProto == null ? scheme : claimedProto);
        if (claimedHost != null) {
            headers.set(HOST, claimedHost);
        } else if (authority != null) {
            headers.set(HOST, authority.toString());
        }
    }

    private static void removeClaims(MultiMap headers) {
        for (String name : List.copyOf(headers.names())) {
            String lowerCase = name.toLowerCase(Locale.ROOT);
            if (lowerCase.startsWith(X_FORWARDED_PREFIX)
                    || lowerCase.equals("forwarded")
                    || lowerCase.equals("x-real-ip")) {
                headers.remove(name);
            }
        }
    }
}
