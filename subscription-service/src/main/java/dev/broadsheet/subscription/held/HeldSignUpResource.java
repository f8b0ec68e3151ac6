package dev.broadsheet.subscription.held;

import dev.broadsheet.problems.InvalidInputException;
import dev.broadsheet.subscription.paging.Page;
import dev.broadsheet.subscription.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/ops/subscribers/held")
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
public class HeldSignUpResource {

    private static final String ID = "{id: [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    private final HeldSignUps heldSignUps;

    HeldSignUpResource(HeldSignUps heldSignUps) {
        this.heldSignUps = heldSignUps;
    }

    @GET
    @Operation(summary = "Sign-ups that wait for judgement, newest first", description = "Kept for 30 days.")
    @APIResponse(responseCode = "200", description = "A page, and the cursor of the next one if there is one")
    @APIResponse(responseCode = "400", description = "The cursor or the limit is not one")
    public Page<HeldSignUp> list(
            @RestQuery @Parameter(description = "`next` of the page before") String cursor,
            @RestQuery @Parameter(description = "1 to 100, usually 20") String limit) {
        return heldSignUps.page(PageRequest.of("held", cursor, limit));
    }

    @POST
    @Path(ID + "/release")
    @Operation(summary = "Let a sign-up go on", description = "Its confirmation mail follows.")
    @APIResponse(responseCode = "204", description = "It is queued")
    @APIResponse(responseCode = "404", description = "There is none of this id, or not any more")
    public void release(UUID id) {
        if (!heldSignUps.release(id)) {
            throw new NotFoundException("There is no such held sign-up.");
        }
    }

    @DELETE
    @Path(ID)
    @Operation(summary = "Delete a held sign-up", description = "Repeating it is safe.")
    @APIResponse(responseCode = "204", description = "There is none of this id")
    public void delete(UUID id) {
        heldSignUps.delete(id);
    }

    @DELETE
    @Operation(summary = "Delete all held sign-ups of a reason, of a domain, or of both")
    @APIResponse(responseCode = "200", description = "How many there were")
    @APIResponse(responseCode = "400", description = "Neither a reason nor a domain")
    public Deleted deleteAllOf(
            @RestQuery @Parameter(description = "As in the list") String reason,
            @RestQuery @Parameter(description = "In its ASCII form") String domain) {
        if (isBlank(reason) && isBlank(domain)) {
            throw InvalidInputException.of("reason", "reason.required", "Name a reason, a domain, or both.");
        }
        return new Deleted(heldSignUps.deleteAllOf(
                isBlank(reason) ? null : reason, isBlank(domain) ? null : domain.toLowerCase(Locale.ROOT)));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** Answer. */
    public record Deleted(int deleted) {}
}
