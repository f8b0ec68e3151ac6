package dev.broadsheet.frontend.unsubscribe;

import dev.broadsheet.frontend.api.Api;
import dev.broadsheet.frontend.api.RefusedException;
import dev.broadsheet.frontend.api.UnavailableException;
import dev.broadsheet.frontend.newsletter.Newsletters;
import dev.broadsheet.frontend.site.Html;
import dev.broadsheet.frontend.site.LinkToken;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Where the unsubscribe link of a mail leads. Mail scanners follow links, so only the button changes anything. */
@Path("/unsubscribe")
@Produces(Html.TYPE)
class UnsubscribeResource {

    private static final int BAD_REQUEST = 400;

    private final Api api;
    private final UnsubscribeApi unsubscribes;
    private final Newsletters newsletters;

    UnsubscribeResource(Api api, @RestClient UnsubscribeApi unsubscribes, Newsletters newsletters) {
        this.api = api;
        this.unsubscribes = unsubscribes;
        this.newsletters = newsletters;
    }

    @GET
    public RestResponse<String> show(@RestQuery String token) {
        return LinkToken.canBeOurs(token) ? Html.page(Status.OK, UnsubscribePage.asking(token)) : forged();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> unsubscribe(@RestForm String token) {
        if (!LinkToken.canBeOurs(token)) {
            return forged();
        }
        try {
            List<String> left =
                    api.ask(() -> unsubscribes.unsubscribe(token, "One-Click")).newsletters();
            return Html.page(Status.OK, UnsubscribePage.left(newsletters.names(left)));
        } catch (RefusedException e) {
            return e.status() == BAD_REQUEST ? forged() : failed(token);
        } catch (UnavailableException e) {
            return failed(token);
        }
    }

    private static RestResponse<String> forged() {
        return Html.page(Status.BAD_REQUEST, UnsubscribePage.forged());
    }

    private static RestResponse<String> failed(String token) {
        return Html.page(Status.SERVICE_UNAVAILABLE, UnsubscribePage.failed(token));
    }
}
