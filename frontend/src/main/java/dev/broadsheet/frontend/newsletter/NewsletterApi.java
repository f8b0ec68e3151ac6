package dev.broadsheet.frontend.newsletter;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@Path("/api/v1/newsletters")
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "reading")
@RegisterClientHeaders
interface NewsletterApi {

    @GET
    Catalog all();

    @GET
    @Path("/{slug}")
    Newsletter one(String slug);

    record Catalog(List<Newsletter> items) {

        public Catalog {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }
}
