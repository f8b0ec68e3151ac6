package dev.broadsheet.notification.editiondesk;

import dev.broadsheet.notification.edition.EditionControl;
import dev.broadsheet.notification.paging.Page;
import dev.broadsheet.notification.paging.PageRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

@Path("/api/v1/desk/editions")
@RolesAllowed("editor")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeskEditionResource {

    private static final String ID = "{id: [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    private final DeskEditions editions;
    private final EditionControl control;
    private final Progress progress;
    private final TestMails testMails;

    DeskEditionResource(DeskEditions editions, EditionControl control, Progress progress, TestMails testMails) {
        this.editions = editions;
        this.control = control;
        this.progress = progress;
        this.testMails = testMails;
    }

    @GET
    @Operation(summary = "Editions, the one that was opened last first")
    @APIResponse(responseCode = "200", description = "A page, and the cursor of the next one if there is one")
    @APIResponse(responseCode = "400", description = "The newsletter, the state, the cursor or the limit is not one")
    public RestResponse<Page<ListedEdition>> list(
            @RestQuery @Parameter(description = "Slug of a newsletter") String newsletter,
            @RestQuery @Parameter(description = "OPEN, FREEZING, SENDING or SENT") String state,
            @RestQuery @Parameter(description = "`next` of the page before") String cursor,
            @RestQuery @Parameter(description = "1 to 100, usually 20") String limit) {
        EditionFilter filter = EditionFilter.of(newsletter, state);
        return fresh(editions.list(filter, PageRequest.of(filter.list(), cursor, limit)));
    }

    @GET
    @Path(ID)
    @Operation(summary = "An edition, with its articles and what has become of its mails")
    @APIResponse(responseCode = "200", description = "The edition, counted now")
    @APIResponse(responseCode = "404", description = "There is none of this id")
    public RestResponse<DeskEdition> read(UUID id) {
        return fresh(editions.read(id));
    }

    @GET
    @Path(ID + "/progress")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Follow an edition",
            description = "The edition each second as server-sent events, until it is SENT.")
    @APIResponse(responseCode = "200", description = "A stream that ends with the edition")
    @APIResponse(responseCode = "404", description = "There is none of this id")
    public RestMulti<DeskEdition> progress(UUID id) {
        editions.read(id);
        return RestMulti.fromMultiData(progress.of(id))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path(ID + "/retry")
    @Operation(summary = "Try again what no relay took", description = "Who has got the edition does not get it again.")
    @APIResponse(responseCode = "200", description = "How many deliveries that are")
    @APIResponse(responseCode = "404", description = "There is none of this id")
    @APIResponse(responseCode = "409", description = "It has not closed yet")
    public Retried retry(UUID id) {
        return new Retried(control.retry(id));
    }

    @POST
    @Path(ID + "/hold")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(204)
    @Operation(
            summary = "Hold an edition, or let it go",
            description = "A held one does not close, and no more of its mails go out. Repeating it is safe.")
    @APIResponse(responseCode = "204", description = "It is held, or not any more")
    @APIResponse(responseCode = "404", description = "There is none of this id")
    @APIResponse(responseCode = "409", description = "It has gone out")
    public void hold(UUID id, HoldOrder order) {
        control.hold(id, HoldOrder.required(order));
    }

    @POST
    @Path(ID + "/test")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(204)
    @Operation(
            summary = "Send an edition to one address",
            description = "As it is now, open or not. It is no delivery: no figure counts it.")
    @APIResponse(responseCode = "204", description = "A relay has the mail")
    @APIResponse(responseCode = "400", description = "This is not an address")
    @APIResponse(responseCode = "404", description = "There is none of this id")
    @APIResponse(responseCode = "503", description = "No relay took it")
    public void test(UUID id, TestOrder order) {
        testMails.send(id, TestOrder.addressIn(order));
    }

    private static <T> RestResponse<T> fresh(T answer) {
        return RestResponse.ResponseBuilder.ok(answer)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Answer. */
    public record Retried(int deliveries) {}
}
