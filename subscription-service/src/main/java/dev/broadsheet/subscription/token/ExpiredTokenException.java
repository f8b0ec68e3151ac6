package dev.broadsheet.subscription.token;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** A token of ours whose time is over, or whose subject is gone. */
public final class ExpiredTokenException extends HttpProblem {

    private static final URI TYPE = URI.create("urn:broadsheet:problem:token-expired");

    public ExpiredTokenException() {
        super(builder()
                .withType(TYPE)
                .withStatus(Response.Status.GONE)
                .withTitle("Expired token")
                .withDetail("This link has expired. Please ask for a new one."));
    }
}
