package dev.broadsheet.gateway.client;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Whom a limit counts as one: an IPv4 address, or the network of 2^64 addresses (/64) that an IPv6 subscriber gets and can
 * hop through at will.
 *
 * @param version of the Internet protocol
 * @param network the address or the network's prefix, as a number
 */
public record Client(int version, long network) {

    /** Whoever has no address that could be read; all of them are one. */
    static final Client UNKNOWN = new Client(0, 0);

    static Client at(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return bytes.remaining() == Integer.BYTES ? new Client(4, bytes.getInt()) : new Client(6, bytes.getLong());
    }

    /** Without the address: it is personal data. */
    @Override
    public String toString() {
        return "Client[withheld]";
    }
}
