package dev.broadsheet.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsTest {

    private static final Client READER = client("203.0.113.1");

    private final Clients clients = new Clients(new TrustedProxies(List.of("10.0.0.0/8", "fd00::/8", "192.0.2.1")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            203.0.113.1      |
            203.0.113.1      | 198.51.100.1
            203.0.113.1      | 10.0.0.7
            10.0.0.7         | 203.0.113.1
            192.0.2.1        | 203.0.113.1
            10.0.0.7         | 203.0.113.1, 10.0.0.6
            10.0.0.7         | 198.51.100.1, 203.0.113.1, fd00::6, 10.0.0.6
            10.0.0.7         | 10.0.0.5, 203.0.113.1
            10.0.0.7         | unknown, 203.0.113.1
            10.0.0.7         | 203.0.113.1:49152
            10.0.0.7         | ::ffff:203.0.113.1
            ::ffff:10.0.0.7  | 203.0.113.1
            fd00::7          | 203.0.113.1
            """)
    void theClientIsTheLastOneThatNoTrustedProxyIs(String peer, String forwardedFor) {
        assertThat(clients.of(peer, forwardedFor == null ? List.of() : List.of(forwardedFor)))
                .isEqualTo(READER);
    }

    @Test
    void severalLinesAreOneChain() {
        assertThat(clients.of("10.0.0.7", List.of("198.51.100.1", "203.0.113.1, 10.0.0.5", "10.0.0.6")))
                .isEqualTo(READER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.1, ", "203.0.113.1, unknown", "203.0.113.1, _hidden", "203.0.113.1, 1.2.3"})
    void aWordThatIsNoAddressHidesWhatStandsBeforeIt(String forwardedFor) {
        assertThat(clients.of("10.0.0.7", List.of(forwardedFor))).isEqualTo(client("10.0.0.7"));
    }

    @Test
    void whereEveryoneIsTrustedTheFirstIsTheClient() {
        assertThat(clients.of("10.0.0.7", List.of("10.0.0.5, 10.0.0.6"))).isEqualTo(client("10.0.0.5"));
    }

    @Test
    void anIpv6NetworkOf64BitsIsOneClient() {
        assertThat(client("2001:db8:0:1::1"))
                .isEqualTo(client("2001:db8:0:1:ffff:ffff:ffff:ffff"))
                .isEqualTo(client("[2001:db8:0:1::2]:443"))
                .isNotEqualTo(client("2001:db8:0:2::1"));
    }

    @Test
    void anIpv4AddressIsOneClientHoweverItIsWritten() {
        assertThat(READER)
                .isEqualTo(client("::ffff:203.0.113.1"))
                .isEqualTo(client("::ffff:cb00:7101"))
                .isNotEqualTo(client("203.0.113.2"));
    }

    @Test
    void anIpv6NetworkIsNoIpv4Address() {
        assertThat(client("0:0:cb00:7101::")).isNotEqualTo(READER);
    }

    @Test
    void whoeverHasNoAddressIsSomebodyAllTheSame() {
        assertThat(clients.of(null, List.of("203.0.113.1"))).isEqualTo(Client.UNKNOWN);
    }

    @Test
    void theAddressIsNotWrittenAnywhere() {
        assertThat(READER).hasToString("Client[withheld]");
    }

    private static Client client(String address) {
        return Client.at(Addresses.parse(address).orElseThrow());
    }
}
