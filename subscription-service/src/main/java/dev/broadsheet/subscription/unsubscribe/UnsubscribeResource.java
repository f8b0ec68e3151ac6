package dev.broadsheet.subscription.unsubscribe;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where List-Unsubscribe headers and the links of mails point (RFC 8058). */
@Path(UnsubscribeResource.PATH + "/{token}")
@Tag(name = "Unsubscribe")
public class UnsubscribeResource {

    static final String PATH = "/api/v1/unsubscribe";

    private final Unsubscribes unsubscribes;
    private final URI page;

    UnsubscribeResource(Unsubscribes unsubscribes, @ConfigProperty(name = "broadsheet.public-url") URI publicUrl) {
        this.unsubscribes = unsubscribes;
        this.page = UriBuilder.fromUri(publicUrl).path("unsubscribe").build();
    }

    /** The token is all the authority there is, so the body is not read: mail providers send forms of either kind, pages none. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Leave a newsletter with one click", description = "RFC 8058. Repeating it is safe.")
    @APIResponse(responseCode = "200", description = "The reader is out of these newsletters")
    @APIResponse(responseCode = "400", description = "The token is forged")
    public Left unsubscribe(String token) {
        return new Left(unsubscribes.cancel(token));
    }

    /** Mail scanners follow links, so this changes nothing: it leads to the page with the button. */
    @GET
    @Operation(summary = "The page with the unsubscribe button")
    @APIResponse(responseCode = "303", description = "To the page; nothing is changed")
    public Response showPage(String token) {
        return Response.seeOther(
                        UriBuilder.fromUri(page).queryParam("token", "{token}").build(token))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** Answer: slugs. */
    public record Left(List<String> newsletters) {}
}
