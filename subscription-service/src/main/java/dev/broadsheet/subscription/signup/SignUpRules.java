package dev.broadsheet.subscription.signup;

import dev.broadsheet.problems.InvalidInputException;
import dev.broadsheet.problems.Violation;
import dev.broadsheet.subscription.address.AddressRules;
import dev.broadsheet.subscription.address.EmailAddress;
import dev.broadsheet.subscription.flood.FillTime;
import dev.broadsheet.subscription.newsletter.Newsletters;
import dev.broadsheet.subscription.subscriber.TimeZones;
import dev.broadsheet.subscription.token.ForgedTokenException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What makes a sign-up valid. */
@ApplicationScoped
class SignUpRules {

    /** Far more than the catalog holds, and few enough that one request stays one small transaction. */
    private static final int MOST_NEWSLETTERS = 50;

    private final AddressRules addresses;
    private final Newsletters newsletters;
    private final FillTime fillTime;

    SignUpRules(AddressRules addresses, Newsletters newsletters, FillTime fillTime) {
        this.addresses = addresses;
        this.newsletters = newsletters;
        this.fillTime = fillTime;
    }

    /** The request in the form; {@link InvalidInputException} with everything that is wrong, not just the first. */
    SignUpRequest check(SignUpForm form) {
        List<Violation> violations = new ArrayList<>();
        Optional<EmailAddress> address = addresses.accept(form.email(), violations::add);
        List<String> asked = form.newsletters() == null ? List.of() : form.newsletters();
        violations.addAll(newsletterViolations(asked));
        String zone = form.zone() == null || form.zone().isBlank() ? null : form.zone();
        if (zone != null && !TimeZones.contains(zone)) {
            violations.add(new Violation("zone", "zone.unknown", "There is no such time zone."));
        }
        boolean tooQuick = isTooQuick(form.form(), violations);
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations.get(0).message(), violations);
        }
        return new SignUpRequest(
                address.orElseThrow(),
                asked.stream().distinct().toList(),
                zone,
                tooQuick ? HoldReason.TOO_QUICK : null);
    }

    private boolean isTooQuick(String formToken, List<Violation> violations) {
        if (formToken == null || formToken.isBlank()) {
            return false;
        }
        try {
            return fillTime.isTooShort(formToken);
        } catch (ForgedTokenException e) {
            violations.add(new Violation("form", "form.invalid", "Please load the form again."));
            return false;
        }
    }

    private List<Violation> newsletterViolations(List<String> asked) {
        if (asked.isEmpty()) {
            return List.of(new Violation("newsletters", "newsletters.empty", "Please choose at least one newsletter."));
        }
        Set<String> distinct =
                Set.copyOf(asked.stream().filter(Objects::nonNull).toList());
        if (distinct.size() > MOST_NEWSLETTERS) {
            return List.of(new Violation(
                    "newsletters", "newsletters.size", "Please choose at most " + MOST_NEWSLETTERS + " newsletters."));
        }
        Set<String> known = newsletters.knownOf(distinct);
        return IntStream.range(0, asked.size())
                .filter(index -> asked.get(index) == null || !known.contains(asked.get(index)))
                .mapToObj(index -> new Violation(
                        "newsletters[" + index + "]", "newsletter.unknown", "There is no such newsletter."))
                .toList();
    }
}
