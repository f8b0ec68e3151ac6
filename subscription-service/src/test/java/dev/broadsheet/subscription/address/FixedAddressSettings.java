package dev.broadsheet.subscription.address;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

record FixedAddressSettings(
        Optional<List<String>> refusedDomains,
        boolean checkMailExchange,
        Duration mailExchangeTimeout,
        Optional<String> nameServer)
        implements AddressSettings {

    static AddressSettings refusing(String... domains) {
        return new FixedAddressSettings(Optional.of(List.of(domains)), false, Duration.ofSeconds(1), Optional.empty());
    }

    static AddressSettings asking(String nameServer, Duration timeout) {
        return new FixedAddressSettings(Optional.empty(), true, timeout, Optional.of(nameServer));
    }
}
