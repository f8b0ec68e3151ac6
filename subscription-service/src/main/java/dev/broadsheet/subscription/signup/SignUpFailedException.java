package dev.broadsheet.subscription.signup;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** A sign-up that could not be stored. Nothing of it is left; the same again is safe. */
final class SignUpFailedException extends HttpProblem {

    private static final URI TYPE = URI.create("urn:broadsheet:problem:sign-up-failed");
    private static final int SECONDS_UNTIL_RETRY = 5;

    SignUpFailedException(Throwable cause) {
        super(builder()
                .withType(TYPE)
                .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                .withTitle(Response.Status.SERVICE_UNAVAILABLE.getReasonPhrase())
                .withDetail("Subscription failed")
                .withHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY));
        initCause(cause);
    }
}
