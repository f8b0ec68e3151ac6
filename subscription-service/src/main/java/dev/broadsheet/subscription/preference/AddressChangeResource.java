package dev.broadsheet.subscription.preference;

import dev.broadsheet.subscription.address.AddressRules;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;

@Path("/api/v1/preferences/address")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Preferences")
public class AddressChangeResource {

    private static final int ACCEPTED = 202;

    private final AddressChanges changes;
    private final AddressRules addresses;
    private final BearerToken bearer;

    AddressChangeResource(AddressChanges changes, AddressRules addresses, BearerToken bearer) {
        this.changes = changes;
        this.addresses = addresses;
        this.bearer = bearer;
    }

    @POST
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "Mail me elsewhere", description = "Both mailboxes are asked, and both have to agree.")
    @APIResponse(responseCode = "202", description = "Accepted; the same whatever is known of the wanted address")
    @APIResponse(responseCode = "400", description = "The token is missing or forged, or the address is none")
    @APIResponse(
            responseCode = "403",
            description = "The link stood in a newsletter; this needs one that was asked for")
    public Answer request(@RestHeader(HttpHeaders.AUTHORIZATION) String authorization, AddressForm form) {
        changes.request(bearer.tokenIn(authorization), addresses.require(form.email()));
        return Answer.ACCEPTED;
    }

    @POST
    @Path("/confirmations")
    @Operation(summary = "Agree to an address change", description = "Repeating it is safe and gives the same answer.")
    @APIResponse(responseCode = "200", description = "Changed, or waiting for the other mailbox")
    @APIResponse(responseCode = "400", description = "The token is forged")
    @APIResponse(responseCode = "409", description = "The wanted address is another reader's")
    @APIResponse(responseCode = "410", description = "The token has expired")
    public Agreement agree(Link link) {
        return new Agreement(changes.agree(link.token()) ? State.CHANGED : State.WAITING);
    }

    /** What stood in the mail's link. */
    public record Link(String token) {

        /** Without the token: whoever has it can agree. */
        @Override
        public String toString() {
            return "Link[withheld]";
        }
    }

    /** How far the change is. */
    public record Agreement(State state) {}

    public enum State {
        /** The other mailbox has still to agree. */
        WAITING,
        CHANGED
    }

    /** Answer to every well-formed address. */
    public record Answer(String status, String message) {
        static final Answer ACCEPTED =
                new Answer("accepted", "Both mailboxes get a mail. Please confirm in both of them.");
    }
}
