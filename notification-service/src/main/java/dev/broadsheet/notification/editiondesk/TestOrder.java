package dev.broadsheet.notification.editiondesk;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import dev.broadsheet.problems.InvalidInputException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom an edition is to be sent before its readers. */
public record TestOrder(
        @Schema(examples = "\"editor@example.org\"") String email) {

    private static final EmailValidator RULES =
            JMail.strictValidator().disallowObsoleteWhitespace().requireTopLevelDomain();

    static String addressIn(TestOrder order) {
        if (order == null || order.email() == null || !RULES.isValid(order.email())) {
            throw InvalidInputException.of("email", "email.invalid", "Please enter a valid email.");
        }
        return order.email();
    }

    /** Without the address, which must not reach a log by way of a message. */
    @Override
    public String toString() {
        return "TestOrder[withheld]";
    }
}
