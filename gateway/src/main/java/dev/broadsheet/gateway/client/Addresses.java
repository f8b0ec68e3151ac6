package dev.broadsheet.gateway.client;

import io.netty.util.NetUtil;
import io.vertx.core.net.HostAndPort;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Reads addresses as proxies write them. No name is ever looked up. */
public final class Addresses {

    private static final int NO_PORT = -1;

    private Addresses() {}

    /** An address, which some proxies write with a port. An IPv4 address that was written as an IPv6 one is IPv4. */
    public static Optional<InetAddress> parse(String text) {
        byte[] bytes = text == null ? null : NetUtil.createByteArrayFromIpAddressString(text);
        if (bytes == null && text != null) {
            HostAndPort authority = HostAndPort.parseAuthority(text, NO_PORT);
            bytes = authority == null ? null : NetUtil.createByteArrayFromIpAddressString(authority.host());
        }
        try {
            return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException wrongLength) {
            return Optional.empty();
        }
    }
}
