package dev.broadsheet.gateway.forwarding;

import dev.broadsheet.gateway.configuration.GatewayConfiguration;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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

    private final List<IpSubnetFilterRule> trustedProxies;

    ForwardedHeaders(GatewayConfiguration configuration) {
        trustedProxies = configuration.trustedProxies().orElse(List.of()).stream()
                .map(ForwardedHeaders::network)
                .toList();
    }

    /** Replaces in {@code headers} what the client of {@code request} claimed, or extends it if that is a trusted proxy. */
    void rewrite(MultiMap headers, HttpServerRequest request) {
        SocketAddress peer = request.remoteAddress();
        String scheme = request.scheme();
        HostAndPort authority = request.authority();
        boolean trusted = isTrusted(peer);
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

    private boolean isTrusted(SocketAddress peer) {
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(peer.hostAddress());
        if (address == null) {
            return false;
        }
        InetSocketAddress socketAddress = new InetSocketAddress(address, peer.port());
        return trustedProxies.stream().anyMatch(network -> network.matches(socketAddress));
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

    private static IpSubnetFilterRule network(String addressOrBlock) {
        if (addressOrBlock.contains("/")) {
            return new IpSubnetFilterRule(addressOrBlock, IpFilterRuleType.ACCEPT);
        }
        int bits = NetUtil.isValidIpV6Address(addressOrBlock) ? 128 : 32;
        return new IpSubnetFilterRule(addressOrBlock, bits, IpFilterRuleType.ACCEPT);
    }
}
