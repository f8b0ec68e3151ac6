package dev.broadsheet.gateway.client;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Finds the client that a request comes from, whatever proxies stand in between. */
@Singleton
public class Clients {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final TrustedProxies trustedProxies;

    Clients(TrustedProxies trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    public Client of(HttpServerRequest request) {
        return of(request.remoteAddress().hostAddress(), request.headers().getAll(FORWARDED_FOR));
    }

    /**
     * Back from the peer, as long as each is trusted to have named the one before it truly. What stands further left was
     * written by a stranger, who may write what he likes.
     */
    Client of(String peer, List<String> forwardedFor) {
        Optional<InetAddress> client = Addresses.parse(peer);
        Iterator<String> claims = claims(forwardedFor).descendingIterator();
        while (client.filter(trustedProxies::contains).isPresent() && claims.hasNext()) {
            Optional<InetAddress> claimed = Addresses.parse(claims.next());
            if (claimed.isEmpty()) {
                break;
            }
            client = claimed;
        }
        return client.map(Client::at).orElse(Client.UNKNOWN);
    }

    private static Deque<String> claims(List<String> forwardedFor) {
        Deque<String> claims = new ArrayDeque<>();
        for (String line : forwardedFor) {
            for (String claim : line.split(",")) {
                claims.add(claim.strip());
            }
        }
        return claims;
    }
}
