package dev.broadsheet.subscription.confirmation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/confirmations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-ups")
public class ConfirmationResource {

    private final Confirmations confirmations;

    ConfirmationResource(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @POST
    @Operation(summary = "Confirm a sign-up", description = "Repeating it is safe and gives the same answer.")
    @APIResponse(responseCode = "200", description = "What is confirmed, without what the reader left in between")
    @APIResponse(responseCode = "400", description = "The token is forged")
    @APIResponse(responseCode = "410", description = "The token has expired")
    public Confirmed confirm(Link link) {
        return new Confirmed(confirmations.confirm(link.token()));
    }

    /** What stood in the mail's link. */
    public record Link(String token) {

        /** Without the token: whoever has it can confirm. */
        @Override
        public String toString() {
            return "Link[withheld]";
        }
    }

    /** Answer: slugs. */
    public record Confirmed(List<String> newsletters) {}
}
