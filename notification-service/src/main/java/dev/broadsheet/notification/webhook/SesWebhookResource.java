package dev.broadsheet.notification.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.problems.InvalidInputException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Amazon SES tells by way of Amazon SNS, which signs. */
@Path("/api/v1/ops/bounces/ses")
@Tag(name = "Webhooks")
public class SesWebhookResource {

    private static final Logger LOG = Logger.getLogger(SesWebhookResource.class);
    private static final String PROVIDER = "ses";

    private final WebhookConfig config;
    private final SnsSignatures signatures;
    private final SnsClient sns;
    private final SesReports ses;
    private final ProviderReports reports;
    private final ObjectMapper json;

    SesWebhookResource(
            WebhookConfig config,
            SnsSignatures signatures,
            SnsClient sns,
            SesReports ses,
            ProviderReports reports,
            ObjectMapper json) {
        this.config = config;
        this.signatures = signatures;
        this.sns = sns;
        this.ses = ses;
        this.reports = reports;
        this.json = json;
    }

    /** SNS calls its JSON text. */
    @POST
    @Consumes({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "What Amazon SES reports over SNS",
            description = "Also confirms the subscription of a topic that is set up. Signed. Repeating it is safe.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SnsMessage.class)))
    @APIResponse(responseCode = "204", description = "Taken")
    @APIResponse(responseCode = "400", description = "No message of SNS")
    @APIResponse(responseCode = "401", description = "SNS did not sign it, or it is of a topic that is not taken")
    @APIResponse(responseCode = "404", description = "Not set up")
    public void take(byte[] body) throws IOException {
        List<String> topics = config.ses().topicArns().orElseThrow(NotFoundException::new);
        SnsMessage message = read(body);
        if (!topics.contains(message.topicArn())) {
            throw new WebhookRefusedException();
        }
        signatures.verify(message);
        if (message.type().equals(SnsMessage.NOTIFICATION)) {
            reports.record(PROVIDER, ses.in(message));
        } else if (message.type().equals(SnsMessage.CONFIRMATION)) {
            confirm(message);
        }
    }

    private SnsMessage read(byte[] body) throws IOException {
        SnsMessage message = json.readValue(body, SnsMessage.class);
        if (message == null) {
            throw new InvalidInputException("The body is empty.", List.of());
        }
        return message.checked();
    }

    /** The address is signed by SNS; that it is also where SNS keeps its certificates costs nothing to ask. */
    private void confirm(SnsMessage message) {
        URI confirmation = URI.create(String.valueOf(message.subscribeUrl()));
        URI certificate = URI.create(message.signingCertUrl());
        boolean ofSns = certificate.getScheme().equals(confirmation.getScheme())
                && certificate.getRawAuthority().equals(confirmation.getRawAuthority());
        if (!ofSns) {
            throw new WebhookRefusedException();
        }
        sns.get(confirmation);
        LOG.infof("event=webhook.ses.subscribed topic=%s", message.topicArn());
    }
}
