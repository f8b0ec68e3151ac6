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

/** Where the links of the two mails lead that ask about a change of address. Only the button changes anything. */
@Path("/preferences/address")
@Produces(Html.TYPE)
class AddressResource {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;

    private final ReaderPreferences preferences;

    AddressResource(ReaderPreferences preferences) {
        this.preferences = preferences;
    }

    @GET
    public RestResponse<String> show(@RestQuery String token) {
        return LinkToken.canBeOurs(token)
                ? Html.page(Status.OK, new AddressPage(AddressPage.State.ASKING, token))
                : page(Status.BAD_REQUEST, AddressPage.State.FORGED);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> confirm(@RestForm String token) {
        if (!LinkToken.canBeOurs(token)) {
            return page(Status.BAD_REQUEST, AddressPage.State.FORGED);
        }
        try {
            return switch (preferences.confirmAddress(token)) {
                case WAITING -> page(Status.OK, AddressPage.State.WAITING);
                case CHANGED -> page(Status.OK, AddressPage.State.CHANGED);
            };
        } catch (RefusedException e) {
            return switch (e.status()) {
                case BAD_REQUEST -> page(Status.BAD_REQUEST, AddressPage.State.FORGED);
                case CONFLICT -> page(Status.CONFLICT, AddressPage.State.TAKEN);
                case GONE -> page(Status.GONE, AddressPage.State.EXPIRED);
                default -> failed(token);
            };
        } catch (UnavailableException e) {
            return failed(token);
        }
    }

    private static RestResponse<String> page(Status status, AddressPage.State state) {
        return Html.page(status, AddressPage.of(state));
    }

    private static RestResponse<String> failed(String token) {
        return Html.page(Status.SERVICE_UNAVAILABLE, new AddressPage(AddressPage.State.FAILED, token));
    }
}
