package dev.broadsheet.subscription.token;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** A token that was not issued here, was changed since, or was issued for another purpose. Never tells which. */
public final class ForgedTokenException extends HttpProblem {

    private static final URI TYPE = URI.create("urn:broadsheet:problem:token-forged");

    public ForgedTokenException() {
        super(builder()
                .withType(TYPE)
                .withStatus(Response.Status.BAD_REQUEST)
                .withTitle("Forged token")
                .withDetail("This link is not one of ours, or part of it is missing."));
    }
}
