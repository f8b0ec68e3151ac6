package dev.broadsheet.subscription.address;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Domains that an operator wants no sign-ups from. */
@ApplicationScoped
class RefusedDomains {

    private static final String BELOW = "*.";

    private final Set<String> exact;
    private final Set<String> below;

    RefusedDomains(AddressSettings settings) {
        Set<String> exact = new HashSet<>();
        Set<String> below = new HashSet<>();
        settings.refusedDomains().orElse(List.of()).forEach(entry -> {
            String domain = entry.strip();
            if (domain.startsWith(BELOW)) {
                below.add(normalised(domain.substring(BELOW.length()), entry));
            } else {
                exact.add(normalised(domain, entry));
            }
        });
        this.exact = Set.copyOf(exact);
        this.below = Set.copyOf(below);
    }

    boolean contains(EmailAddress address) {
        String domain = address.domain();
        return exact.contains(domain) || isBelowOne(domain);
    }

    private boolean isBelowOne(String domain) {
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
            if (below.contains(domain.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }

    /** A top-level domain alone is none that mail goes to, but all below one may be refused. */
    private static String normalised(String domain, String entry) {
        String prefix = domain.indexOf('.') < 0 && entry.strip().startsWith(BELOW) ? "a." : "";
        return DomainName.ascii(prefix + domain)
                .map(ascii -> ascii.substring(prefix.length()).toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException(
                        "broadsheet.signup.refused-domains has an entry that is no domain: " + entry));
    }
}
