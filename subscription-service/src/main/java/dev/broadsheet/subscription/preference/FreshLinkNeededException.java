package dev.broadsheet.subscription.preference;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The link in a newsletter's footer does not open what cannot be undone: newsletters are passed on to others. */
final class FreshLinkNeededException extends HttpProblem {

    private static final URI TYPE = URI.create("urn:broadsheet:problem:fresh-link-needed");

    FreshLinkNeededException() {
        super(builder()
                .withType(TYPE)
                .withStatus(Response.Status.FORBIDDEN)
                .withTitle("Fresh link needed")
                .withDetail("This needs a link that was mailed to you for it. Please ask for one."));
    }
}
