package dev.broadsheet.frontend.preferences;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** Calls carry the token of the link as a bearer token, and nothing else of the page that they come from. */
@Path("/api/v1/preferences")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "changing")
interface PreferencesApi {

    @PUT
    Response change(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Change wanted);

    @DELETE
    Response erase(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestQuery boolean never);

    @POST
    @Path("/links")
    Response mailLink(Mailbox reader);

    @POST
    @Path("/address")
    Response changeAddress(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Mailbox wanted);

    @POST
    @Path("/address/confirmations")
    AddressChange confirmAddress(Link link);

    @GET
    @Path("/export")
    Response export(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    /** The whole state; a pause that is null is none. */
    record Change(List<String> newsletters, String locale, String zone, String pausedUntil) {}

    record Mailbox(String email) {

        /** Without the address: it is personal data. */
        @Override
        public String toString() {
            return "Mailbox[withheld]";
        }
    }

    record Link(String token) {

        /** Without the token: whoever has it can confirm. */
        @Override
        public String toString() {
            return "Link[withheld]";
        }
    }

    record AddressChange(State state) {

        enum State {
            WAITING,
            CHANGED
        }
    }
}
