package dev.broadsheet.notification.webhook;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Whoever sent this did not prove that it may. Never tells what was wrong with the proof. */
final class WebhookRefusedException extends HttpProblem {

    private static final URI TYPE = URI.create("urn:broadsheet:problem:webhook-refused");

    WebhookRefusedException() {
        super(builder()
                .withType(TYPE)
                .withStatus(Response.Status.UNAUTHORIZED)
                .withTitle("Not authentic")
                .withDetail("The signature or the secret of this request is not one that is accepted here."));
    }
}
