package dev.broadsheet.frontend.unsubscribe;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/unsubscribe")
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "changing")
interface UnsubscribeApi {

    /** One call with RFC 8058's form, so that the page's button does what a mail program's does. */
    @POST
    @Path("/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Left unsubscribe(@RestPath String token, @FormParam("List-Unsubscribe") String kind);

    record Left(List<String> newsletters) {

        public Left {
            newsletters = newsletters == null ? List.of() : List.copyOf(newsletters);
        }
    }
}
