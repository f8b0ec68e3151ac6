package dev.broadsheet.subscription.address;

import dev.broadsheet.problems.InvalidInputException;
import dev.broadsheet.problems.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Which addresses a reader may give. */
@ApplicationScoped
public class AddressRules {

    private static final Violation INVALID = new Violation("email", "email.invalid", "Please enter a valid email.");
    private static final Violation REFUSED =
            new Violation("email", "email.refused", "We cannot send to this address; please enter another email.");

    private final RefusedDomains refused;
    private final MailExchanges exchanges;

    AddressRules(RefusedDomains refused, MailExchanges exchanges) {
        this.refused = refused;
        this.exchanges = exchanges;
    }

    /** The address, or none and a violation of the field {@code email}. It may wait for the DNS, if that is switched on. */
    public Optional<EmailAddress> accept(String input, Consumer<Violation> violations) {
        Optional<EmailAddress> address = EmailAddress.parse(input);
        if (address.isEmpty()) {
            violations.accept(INVALID);
            return Optional.empty();
        }
        if (refused.contains(address.get()) || exchanges.areMissingFor(address.get())) {
            violations.accept(REFUSED);
            return Optional.empty();
        }
        return address;
    }

    /** The address; {@link InvalidInputException} with the violation if it is not to be had. */
    public EmailAddress require(String input) {
        List<Violation> violations = new ArrayList<>();
        return accept(input, violations::add)
                .orElseThrow(() -> new InvalidInputException(violations.get(0).message(), violations));
    }
}
