package dev.broadsheet.article.authors;

import dev.broadsheet.article.idempotency.CreationKey;
import dev.broadsheet.article.site.PublicSite;
import dev.broadsheet.article.text.SlugFormat;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path(DeskAuthorResource.PATH)
@RolesAllowed("editor")
@Tag(name = "Desk")
class DeskAuthorResource {

    static final String PATH = "/api/v1/desk/authors";

    private final Authors authors;
    private final PublicSite site;

    DeskAuthorResource(Authors authors, PublicSite site) {
        this.authors = authors;
        this.site = site;
    }

    @POST
    @Operation(summary = "Create an author")
    @APIResponse(responseCode = "201", description = "The author")
    @APIResponse(responseCode = "409", description = "There is one with this slug already")
    public RestResponse<AuthorView> create(
            @Valid AuthorDraft draft, @RestHeader(CreationKey.HEADER) String key, @Context SecurityContext security) {
        String editor = security.getUserPrincipal().getName();
        return created(authors.create(draft, CreationKey.of(editor, key)));
    }

    @PUT
    @Path("{slug}")
    @Operation(
            summary = "Create or change an author",
            description = "Articles and searches show the change within a minute.")
    @APIResponse(responseCode = "200", description = "The author, changed")
    @APIResponse(responseCode = "201", description = "The author, new")
    public RestResponse<AuthorView> put(@RestPath @SlugFormat String slug, @Valid AuthorDraft draft) {
        boolean isNew = authors.put(slug, draft);
        AuthorView author = new AuthorView(slug, draft.name().strip(), draft.newsletter());
        return isNew ? created(author) : RestResponse.ok(author);
    }

    private RestResponse<AuthorView> created(AuthorView author) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, author)
                .location(site.address("/api/v1/authors/" + author.slug()))
                .build();
    }
}
