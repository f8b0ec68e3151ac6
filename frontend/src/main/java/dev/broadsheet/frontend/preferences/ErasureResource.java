package dev.broadsheet.frontend.preferences;

import dev.broadsheet.frontend.api.RefusedException;
import dev.broadsheet.frontend.api.UnavailableException;
import dev.broadsheet.frontend.site.Html;
import dev.broadsheet.frontend.site.LinkToken;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Erases a reader, who is asked once more before. */
@Path("/preferences/erasure")
@Produces(Html.TYPE)
class ErasureResource {

    private final ReaderPreferences preferences;

    ErasureResource(ReaderPreferences preferences) {
        this.preferences = preferences;
    }

    @GET
    public RestResponse<String> show(@RestQuery String token) {
        return LinkToken.canBeOurs(token)
                ? Html.page(Status.OK, new ErasurePage(ErasurePage.State.ASKING, token, false))
                : Refusals.forged();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> erase(@RestForm String token, @RestForm boolean never) {
        if (!LinkToken.canBeOurs(token)) {
            return Refusals.forged();
        }
        try {
            preferences.erase(token, never);
            return Html.page(Status.OK, new ErasurePage(ErasurePage.State.ERASED, null, never));
        } catch (RefusedException e) {
            return Refusals.ofLink(e).orElseGet(() -> failed(token, never));
        } catch (UnavailableException e) {
            return failed(token, never);
        }
    }

    private static RestResponse<String> failed(String token, boolean never) {
        return Html.page(Status.SERVICE_UNAVAILABLE, new ErasurePage(ErasurePage.State.FAILED, token, never));
    }
}
