package dev.broadsheet.subscription.newsletter;

import dev.broadsheet.problems.IfMatch;
import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path(DeskNewsletterResource.PATH)
@RolesAllowed("editor")
@Tag(name = "Desk")
class DeskNewsletterResource {

    static final String PATH = "/api/v1/desk/newsletters";

    private final DeskNewsletters newsletters;
    private final URI site;

    DeskNewsletterResource(DeskNewsletters newsletters, @ConfigProperty(name = "broadsheet.public-url") URI site) {
        this.newsletters = newsletters;
        this.site = site;
    }

    @POST
    @CustomDeserialization(UnknownFieldsRefused.class)
    @Operation(
            summary = "Create a newsletter",
            description = "The same once more answers the same: the slug does what an Idempotency-Key would.")
    @APIResponse(responseCode = "201", description = "The newsletter")
    @APIResponse(responseCode = "400", description = "The violations name what is wrong")
    @APIResponse(responseCode = "409", description = "There is another one with this slug")
    public RestResponse<DeskNewsletter> create(NewsletterDraft draft) {
        DeskNewsletter newsletter = newsletters.create(draft);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, newsletter)
                .location(site.resolve(PATH + "/" + newsletter.slug()))
                .tag(tag(newsletter))
                .build();
    }

    @GET
    @Operation(summary = "All newsletters by slug, archived ones too")
    @APIResponse(responseCode = "200", description = "A page of them; next is the cursor of the page after it")
    public RestResponse<DeskPage> list(@RestQuery String limit, @RestQuery String cursor) {
        return RestResponse.ResponseBuilder.ok(newsletters.list(DeskPageRequest.of(limit, cursor)))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "Read a newsletter, archived or not")
    @APIResponse(responseCode = "200", description = "The newsletter, with its version as ETag")
    @APIResponse(responseCode = "404", description = "There is none of this name")
    public RestResponse<DeskNewsletter> read(@RestPath String slug) {
        return ok(newsletters.read(slug));
    }

    @PUT
    @Path("{slug}")
    @CustomDeserialization(UnknownFieldsRefused.class)
    @Operation(
            summary = "Replace what is decided of a newsletter",
            description = "With archived false an archived newsletter is back, and so are its readers.")
    @APIResponse(responseCode = "200", description = "The newsletter")
    @APIResponse(responseCode = "400", description = "The violations name what is wrong")
    @APIResponse(responseCode = "412", description = "Someone else saved first")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<DeskNewsletter> edit(
            @RestPath String slug, @RestHeader(IfMatch.HEADER) String ifMatch, NewsletterDraft draft) {
        return ok(newsletters.edit(slug, IfMatch.required(ifMatch), draft));
    }

    @DELETE
    @Path("{slug}")
    @ResponseStatus(204)
    @Operation(
            summary = "Archive a newsletter",
            description = "It is no longer offered and sends nothing. Its readers stay, in case that it comes back.")
    @APIResponse(responseCode = "204", description = "It is archived")
    @APIResponse(responseCode = "412", description = "Someone else saved first")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public void archive(@RestPath String slug, @RestHeader(IfMatch.HEADER) String ifMatch) {
        newsletters.archive(slug, IfMatch.required(ifMatch));
    }

    private static RestResponse<DeskNewsletter> ok(DeskNewsletter newsletter) {
        return RestResponse.ResponseBuilder.ok(newsletter)
                .tag(tag(newsletter))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static EntityTag tag(DeskNewsletter newsletter) {
        return new EntityTag(Integer.toString(newsletter.version()));
    }
}
