package dev.broadsheet.frontend.confirmation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@Path("/api/v1/confirmations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "changing")
@RegisterClientHeaders
interface ConfirmationApi {

    @POST
    Confirmed confirm(Link link);

    record Link(String token) {

        /** Without the token: whoever has it can confirm. */
        @Override
        public String toString() {
            return "Link[withheld]";
        }
    }

    record Confirmed(List<String> newsletters) {

        public Confirmed {
            newsletters = newsletters == null ? List.of() : List.copyOf(newsletters);
        }
    }
}
