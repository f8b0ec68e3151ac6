package dev.broadsheet.frontend.confirmation;

import dev.broadsheet.frontend.api.Api;
import dev.broadsheet.frontend.api.RefusedException;
import dev.broadsheet.frontend.api.UnavailableException;
import dev.broadsheet.frontend.newsletter.Newsletters;
import dev.broadsheet.frontend.site.Html;
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

/** Where the link of a confirmation mail leads. Mail scanners follow links, so only the button changes anything. */
@Path("/confirm")
@Produces(Html.TYPE)
class ConfirmationResource {

    private static final int BAD_REQUEST = 400;
    private static final int GONE = 410;

    private final Api api;
    private final ConfirmationApi confirmations;
    private final Newsletters newsletters;

    ConfirmationResource(Api api, @RestClient ConfirmationApi confirmations, Newsletters newsletters) {
        this.api = api;
        this.confirmations = confirmations;
        this.newsletters = newsletters;
    }

    @GET
    public RestResponse<String> show(@RestQuery String token) {
        return isMissing(token) ? forged() : Html.page(Status.OK, ConfirmationPage.asking(token));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> confirm(@RestForm String token) {
        if (isMissing(token)) {
            return forged();
        }
        try {
            List<String> confirmed = api.ask(() -> confirmations.confirm(new ConfirmationApi.Link(token)))
                    .newsletters();
            return Html.page(Status.OK, ConfirmationPage.confirmed(newsletters.names(confirmed)));
        } catch (RefusedException e) {
            return switch (e.status()) {
                case GONE -> Html.page(Status.GONE, ConfirmationPage.expired());
                case BAD_REQUEST -> forged();
                default -> failed(token);
            };
        } catch (UnavailableException e) {
            return failed(token);
        }
    }

    private static boolean isMissing(String token) {
        return token == null || token.isBlank();
    }

    private static RestResponse<String> forged() {
        return Html.page(Status.BAD_REQUEST, ConfirmationPage.forged());
    }

    private static RestResponse<String> failed(String token) {
        return Html.page(Status.SERVICE_UNAVAILABLE, ConfirmationPage.failed(token));
    }
}
