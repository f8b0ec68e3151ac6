package dev.broadsheet.article.authors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/authors")
@Tag(name = "Articles")
class AuthorResource {

    private final Authors authors;

    AuthorResource(Authors authors) {
        this.authors = authors;
    }

    @GET
    @ResponseHeader(name = "Cache-Control", value = "public, max-age=300")
    @Operation(summary = "All authors")
    public AuthorList all() {
        return authors.all();
    }

    @GET
    @Path("{slug}")
    @ResponseHeader(name = "Cache-Control", value = "public, max-age=300")
    @Operation(summary = "One author")
    public AuthorView one(@RestPath String slug) {
        return authors.find(slug).orElseThrow(() -> new NotFoundException("There is no author at this address."));
    }
}
