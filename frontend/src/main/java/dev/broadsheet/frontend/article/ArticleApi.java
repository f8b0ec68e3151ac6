package dev.broadsheet.frontend.article;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "reading")
@RegisterClientHeaders
interface ArticleApi {

    @GET
    ArticleList newest(@RestQuery int limit);

    @GET
    @Path("/{slug}")
    Article read(@RestPath String slug);

    record ArticleList(List<Article> items) {

        public ArticleList {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }
}
