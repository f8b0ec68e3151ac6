package dev.broadsheet.frontend.edition;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/editions")
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "reading")
@RegisterClientHeaders
interface EditionApi {

    @GET
    @Path("/{id}")
    Edition read(@RestPath UUID id);
}
