package dev.broadsheet.subscription.suppression;

import dev.broadsheet.problems.InvalidInputException;
import dev.broadsheet.subscription.address.EmailAddress;
import dev.broadsheet.subscription.paging.Page;
import dev.broadsheet.subscription.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The suppression list. Addresses come in bodies alone: what stands in a URL ends up in logs on its way. */
@Path("/api/v1/ops/suppressions")
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
public class SuppressionResource {

    private static final String ID = "{id: [0-9a-f]{64}}";

    private final OperatorSuppressions suppressions;

    SuppressionResource(OperatorSuppressions suppressions) {
        this.suppressions = suppressions;
    }

    @GET
    @Operation(summary = "The addresses that get no mail, newest first", description = "As keyed hashes.")
    @APIResponse(responseCode = "200", description = "A page, and the cursor of the next one if there is one")
    @APIResponse(responseCode = "400", description = "The cursor or the limit is not one")
    public Page<SuppressedAddress> list(
            @RestQuery @Parameter(description = "`next` of the page before") String cursor,
            @RestQuery @Parameter(description = "1 to 100, usually 20") String limit) {
        return suppressions.page(PageRequest.of("suppressions", cursor, limit));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Suppress an address",
            description = "Takes its reader out of all newsletters. Repeating it is safe.")
    @APIResponse(responseCode = "201", description = "The item, new")
    @APIResponse(responseCode = "200", description = "The item that was there, with its own reason")
    @APIResponse(responseCode = "400", description = "No mail can be sent to such an address anyway")
    public RestResponse<SuppressedAddress> add(Address address) {
        OperatorSuppressions.Addition addition = suppressions.add(address.parsed());
        RestResponse.Status status = addition.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK;
        return RestResponse.status(status, addition.item());
    }

    @POST
    @Path("/lookups")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Whether an address is suppressed")
    @APIResponse(responseCode = "200", description = "The item")
    @APIResponse(responseCode = "404", description = "It is not")
    public SuppressedAddress lookUp(Address address) {
        return suppressions
                .find(address.parsed())
                .orElseThrow(() -> new NotFoundException("The address is not suppressed."));
    }

    @DELETE
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lift the suppression of an address",
            description = "Its reader has to sign up and confirm again. Repeating it is safe.")
    @APIResponse(responseCode = "204", description = "The address is not on the list")
    public void lift(Address address) {
        suppressions.lift(address.parsed());
    }

    @DELETE
    @Path(ID)
    @Operation(summary = "Lift a suppression by its id", description = "Repeating it is safe.")
    @APIResponse(responseCode = "204", description = "There is no such item on the list")
    public void lift(String id) {
        suppressions.lift(id);
    }

    /** Whom an operator speaks of. */
    public record Address(
            @Schema(examples = "\"reader@example.org\"") String email) {

        EmailAddress parsed() {
            return EmailAddress.parse(email)
                    .orElseThrow(() -> InvalidInputException.of(
                            "email", "email.invalid", "This is not an address that mail can be sent to."));
        }

        /** Without the address, which must not reach a log by way of a message. */
        @Override
        public String toString() {
            return "Address[withheld]";
        }
    }
}
