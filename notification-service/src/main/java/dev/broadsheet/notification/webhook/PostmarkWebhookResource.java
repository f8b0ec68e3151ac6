package dev.broadsheet.notification.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Postmark shows a secret, and keeps the envelope to itself: readers are found by their address. */
@Path("/api/v1/ops/bounces/postmark")
@Tag(name = "Webhooks")
public class PostmarkWebhookResource {

    private static final String PROVIDER = "postmark";
    private static final String BASIC = "Basic ";

    private final WebhookConfig config;
    private final ProviderReports reports;
    private final ObjectMapper json;
    private final Clock clock;

    PostmarkWebhookResource(WebhookConfig config, ProviderReports reports, ObjectMapper json, Clock clock) {
        this.config = config;
        this.reports = reports;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "What Postmark reports", description = "With a shared secret. Repeating it is safe.")
    @APIResponse(responseCode = "204", description = "Taken")
    @APIResponse(responseCode = "400", description = "No record of Postmark")
    @APIResponse(responseCode = "401", description = "The secret is missing or wrong")
    @APIResponse(responseCode = "404", description = "Not set up")
    public void take(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("X-Broadsheet-Secret") String secret,
            byte[] body)
            throws IOException {
        List<String> secrets = config.postmark().secrets().orElseThrow(NotFoundException::new);
        String shown =
                Optional.ofNullable(secret).or(() -> password(authorization)).orElse("");
        if (!Secrets.anyIs(secrets, shown)) {
            throw new WebhookRefusedException();
        }
        reports.record(PROVIDER, PostmarkReports.in(json.readTree(body), clock));
    }

    private static Optional<String> password(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String credentials = new String(decoded, StandardCharsets.UTF_8);
            return Optional.of(credentials.substring(credentials.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
