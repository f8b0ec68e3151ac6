package dev.broadsheet.subscription.address;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which addresses may sign up. */
@ConfigMapping(prefix = "broadsheet.signup")
interface AddressSettings {

    /** Domains whose addresses are refused: {@code mailinator.com}, or all below one: {@code *.example.com}. */
    Optional<List<String>> refusedDomains();

    /** Whether addresses are refused whose domain takes no mail, by the DNS. */
    @WithDefault("false")
    boolean checkMailExchange();

    /** How long a sign-up waits for the DNS; then the address is taken for good. */
    @WithDefault("1s")
    Duration mailExchangeTimeout();

    /** The DNS server that is asked, as {@code host} or {@code host:port}; absent: the machine's. */
    Optional<String> nameServer();
}
