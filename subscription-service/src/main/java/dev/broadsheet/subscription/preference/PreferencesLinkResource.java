package dev.broadsheet.subscription.preference;

import dev.broadsheet.outbox.Ids;
import dev.broadsheet.problems.InvalidInputException;
import dev.broadsheet.subscription.address.EmailAddress;
import dev.broadsheet.subscription.incoming.IncomingKind;
import dev.broadsheet.subscription.incoming.IncomingRequest;
import dev.broadsheet.subscription.incoming.IncomingRequests;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** One answer for every well-formed address: a stranger must not learn who reads what. */
@Path("/api/v1/preferences/links")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Preferences")
public class PreferencesLinkResource {

    private static final int ACCEPTED = 202;

    private final IncomingRequests incoming;
    private final Clock clock;

    PreferencesLinkResource(IncomingRequests incoming, Clock clock) {
        this.incoming = incoming;
        this.clock = clock;
    }

    @POST
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "Mail me a link to my preferences")
    @APIResponse(responseCode = "202", description = "Accepted; the same whether the address is known or not")
    @APIResponse(responseCode = "400", description = "The violations name what is wrong")
    public Answer mailLink(AddressForm form) {
        EmailAddress address = EmailAddress.parse(form.email())
                .orElseThrow(() -> InvalidInputException.of("email", "email.invalid", "Please enter a valid email."));
        incoming.accept(new IncomingRequest(
                Ids.next(),
                IncomingKind.PREFERENCES_LINK,
                address,
                List.of(),
                "",
                null,
                "api",
                null,
                null,
                false,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return Answer.ACCEPTED;
    }

    /** Answer to every well-formed address. */
    public record Answer(String status, String message) {
        static final Answer ACCEPTED =
                new Answer("accepted", "If this address gets our mail, a link is on its way to it.");
    }
}
