package dev.broadsheet.subscription.preference;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The wanted address is another reader's. Told only to whoever has shown to own both mailboxes. */
final class AddressTakenException extends HttpProblem {

    private static final URI TYPE = URI.create("urn:broadsheet:problem:address-taken");

    AddressTakenException() {
        super(builder()
                .withType(TYPE)
                .withStatus(Response.Status.CONFLICT)
                .withTitle("Address taken")
                .withDetail("This address gets our mail already, with preferences of its own."));
    }
}
