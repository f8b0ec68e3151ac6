package dev.broadsheet.gateway.client;

import dev.broadsheet.gateway.configuration.GatewayConfiguration;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;

/** The peers whose word on who asked is believed. */
@Singleton
public class TrustedProxies {

    private final List<IpSubnetFilterRule> networks;

    @Inject
    TrustedProxies(GatewayConfiguration configuration) {
        this(configuration.trustedProxies().orElse(List.of()));
    }

    TrustedProxies(Collection<String> addressesAndBlocks) {
        networks = addressesAndBlocks.stream().map(TrustedProxies::network).toList();
    }

    public boolean contains(InetAddress address) {
        InetSocketAddress socketAddress = new InetSocketAddress(address, 0);
        return networks.stream().anyMatch(network -> network.matches(socketAddress));
    }

    private static IpSubnetFilterRule network(String addressOrBlock) {
        if (addressOrBlock.contains("/")) {
            return new IpSubnetFilterRule(addressOrBlock, IpFilterRuleType.ACCEPT);
        }
        int bits = NetUtil.isValidIpV6Address(addressOrBlock) ? 128 : 32;
        return new IpSubnetFilterRule(addressOrBlock, bits, IpFilterRuleType.ACCEPT);
    }
}
