package dev.broadsheet.notification.pastedition;

import dev.broadsheet.notification.newsletter.NewsletterFilter;
import dev.broadsheet.notification.paging.PageRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/editions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editions")
public class PastEditionResource {

    private static final String ID = "{id: [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    /** Only the newsletter's name can still change. */
    private static final String KEPT_FOR_A_MINUTE = "public, max-age=60, stale-while-revalidate=300";

    private static final String KEPT_FOR_A_MOMENT = "public, max-age=10, stale-while-revalidate=60";

    private final PastEditions editions;

    PastEditionResource(PastEditions editions) {
        this.editions = editions;
    }

    @GET
    @Operation(summary = "Past editions, newest first")
    @APIResponse(responseCode = "200", description = "A page, and the cursor of the next one if there is one")
    @APIResponse(responseCode = "400", description = "The newsletter, the cursor or the limit is not one")
    public Response list(
            @RestQuery @Parameter(description = "Slug of a newsletter") String newsletter,
            @RestQuery @Parameter(description = "`next` of the page before") String cursor,
            @RestQuery @Parameter(description = "1 to 100, usually 20") String limit,
            @Context Request request) {
        NewsletterFilter filter = new NewsletterFilter(newsletter);
        PageRequest page = PageRequest.of("past editions " + filter.name(), cursor, limit);
        return answer(editions.list(filter, page), KEPT_FOR_A_MOMENT, request);
    }

    @GET
    @Path(ID)
    @Operation(summary = "A past edition, as its readers got it")
    @APIResponse(
            responseCode = "200",
            description = "The edition",
            content = @Content(schema = @Schema(implementation = PastEdition.class)))
    @APIResponse(responseCode = "304", description = "The caller has it already")
    @APIResponse(responseCode = "404", description = "There is none of this id, or it has not closed yet")
    public Response read(UUID id, @Context Request request) {
        PastEdition edition = editions.find(id).orElseThrow(() -> new NotFoundException("There is no such edition."));
        return answer(edition, KEPT_FOR_A_MINUTE, request);
    }

    /** Records print all that they hold: what prints the same is the same. */
    private static Response answer(Object body, String caching, Request request) {
        EntityTag tag = new EntityTag(UUID.nameUUIDFromBytes(body.toString().getBytes(StandardCharsets.UTF_8))
                .toString());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(body) : unchanged)
                .tag(tag)
                .header("Cache-Control", caching)
                .build();
    }
}
