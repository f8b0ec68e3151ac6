package dev.broadsheet.subscription.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.problems.Violation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedDomainsTest {

    private static final AddressSettings SETTINGS = FixedAddressSettings.refusing(
            "mailinator.example",
            "Trash.Example",
            " *.Below.example ",
            "müll.example",
            "xn--bcher-kva.example",
            "*.xn--bb-eka.example",
            "*.invalid");

    private final AddressRules rules =
            new AddressRules(new RefusedDomains(SETTINGS), new MailExchanges(SETTINGS, new SimpleMeterRegistry()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@mailinator.example",
                "a@MAILINATOR.example",
                "a@trash.example",
                "a@x.below.example",
                "a@y.x.BELOW.example",
                "a@müll.example",
                "a@xn--mll-hoa.example",
                "a@bücher.example",
                "a@x.öbb.example",
                "a@x.invalid"
            })
    void anAddressOfARefusedDomainIsNamedAsRefused(String input) {
        assertThat(violations(input))
                .extracting(Violation::field, Violation::code)
                .containsExactly(tuple("email", "email.refused"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org",
                "a@x.mailinator.example",
                "a@notmailinator.example",
                "a@below.example",
                "a@xbelow.example",
                "a@öbb.example",
                "mailinator.example@example.org"
            })
    void otherDomainsAreNotMeant(String input) {
        List<Violation> violations = new ArrayList<>();
        assertThat(rules.accept(input, violations::add)).isPresent();
        assertThat(violations).isEmpty();
    }

    @Test
    void whatIsNoAddressIsInvalidAndNotRefused() {
        assertThat(violations("a@@mailinator.example"))
                .containsExactly(new Violation("email", "email.invalid", "Please enter a valid email."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "*.", "example", "a@b.example", "x.*.example", "exa mple.org"})
    void anEntryThatIsNoDomainKeepsTheServiceFromStarting(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RefusedDomains(FixedAddressSettings.refusing(entry)))
                .withMessageContaining("refused-domains");
    }

    private List<Violation> violations(String input) {
        List<Violation> violations = new ArrayList<>();
        assertThat(rules.accept(input, violations::add)).isEmpty();
        return violations;
    }
}
