package dev.broadsheet.notification.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports by anybody who signs them as Standard Webhooks says. */
@Path("/api/v1/ops/bounces/generic")
@Tag(name = "Webhooks")
public class GenericWebhookResource {

    private static final String PROVIDER = "generic";

    private final WebhookConfig config;
    private final WebhookSignatures signatures;
    private final ProviderReports reports;
    private final ObjectMapper json;

    GenericWebhookResource(
            WebhookConfig config, WebhookSignatures signatures, ProviderReports reports, ObjectMapper json) {
        this.config = config;
        this.signatures = signatures;
        this.reports = reports;
        this.json = json;
    }

    /** The signature is over the bytes, so they are read before they are understood. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Report bounces and complaints", description = "Signed. Repeating it is safe.")
    @RequestBody(content = @Content(schema = @Schema(implementation = GenericReports.class)))
    @APIResponse(responseCode = "204", description = "Taken")
    @APIResponse(responseCode = "400", description = "Not of this form")
    @APIResponse(responseCode = "401", description = "The signature is missing, wrong or too old")
    @APIResponse(responseCode = "404", description = "Not set up")
    public void take(
            @HeaderParam("webhook-id") String id,
            @HeaderParam("webhook-timestamp") String timestamp,
            @HeaderParam("webhook-signature") String signature,
            byte[] body)
            throws IOException {
        List<String> secrets = config.generic().secrets().orElseThrow(NotFoundException::new);
        signatures.verify(secrets, id, timestamp, signature, body);
        reports.record(PROVIDER, json.readValue(body, GenericReports.class).reports(id));
    }
}
