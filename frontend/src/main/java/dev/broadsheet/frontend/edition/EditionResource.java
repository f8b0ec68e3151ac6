package dev.broadsheet.frontend.edition;

import dev.broadsheet.frontend.site.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Where "view in browser" leads: an edition as it was mailed, without anything that is its reader's own. */
@Path("/editions/{id: [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}")
@Produces(Html.TYPE)
class EditionResource {

    /** As long as the API lets an edition be kept. */
    private static final String CACHING = "public, max-age=60";

    private final Editions editions;

    EditionResource(Editions editions) {
        this.editions = editions;
    }

    @GET
    public RestResponse<String> read(@RestPath UUID id) {
        return Html.cachedPage(new EditionPage(editions.read(id)), CACHING);
    }
}
