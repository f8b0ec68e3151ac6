package dev.broadsheet.frontend.preferences;

import dev.broadsheet.frontend.api.RefusedException;
import dev.broadsheet.frontend.api.UnavailableException;
import dev.broadsheet.frontend.site.Html;
import dev.broadsheet.frontend.site.LinkToken;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

/** Has a link to the preferences mailed. */
@Path("/preferences")
@Produces(Html.TYPE)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class LinkResource {

    private final ReaderPreferences preferences;

    LinkResource(ReaderPreferences preferences) {
        this.preferences = preferences;
    }

    @POST
    @Path("/links")
    public RestResponse<String> mail(@RestForm String email) {
        String typed = email == null ? "" : email;
        try {
            preferences.mailLink(typed);
            return Html.page(Status.OK, LinkPage.of(LinkPage.State.MAILED));
        } catch (RefusedException e) {
            return Html.page(Status.BAD_REQUEST, new LinkPage(LinkPage.State.EMAIL_INVALID, typed));
        } catch (UnavailableException e) {
            return Html.page(Status.SERVICE_UNAVAILABLE, new LinkPage(LinkPage.State.FAILED, typed));
        }
    }

    /** For who holds a link that never expires: the address is known from it. */
    @POST
    @Path("/fresh-link")
    public RestResponse<String> mailFresh(@RestForm String token) {
        if (!LinkToken.canBeOurs(token)) {
            return Refusals.forged();
        }
        try {
            return mail(preferences.read(token).email());
        } catch (RefusedException e) {
            return Refusals.ofLink(e).orElseGet(Refusals::forged);
        }
    }
}
