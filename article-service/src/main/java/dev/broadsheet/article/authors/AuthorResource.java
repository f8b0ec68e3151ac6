package dev.broadsheet.article.authors;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path("/api/v1/authors")
@Tag(name = "Articles")
class AuthorResource {

    private final AuthorRepository authors;

    AuthorResource(AuthorRepository authors) {
        this.authors = authors;
    }

    @GET
    @Transactional
    @ResponseHeader(name = "Cache-Control", value = "public, max-age=300")
    @Operation(summary = "All authors")
    public AuthorList all() {
        return new AuthorList(authors.byName());
    }
}
