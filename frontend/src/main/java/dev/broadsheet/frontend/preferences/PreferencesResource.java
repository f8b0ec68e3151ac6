package dev.broadsheet.frontend.preferences;

import dev.broadsheet.frontend.api.RefusedException;
import dev.broadsheet.frontend.api.UnavailableException;
import dev.broadsheet.frontend.preferences.PreferencesPage.Notice;
import dev.broadsheet.frontend.site.Html;
import dev.broadsheet.frontend.site.LinkToken;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What a reader gets, how and when. The token of the link in a mail says whose preferences they are. */
@Path("/preferences")
@Produces(Html.TYPE)
class PreferencesResource {

    private final ReaderPreferences preferences;

    PreferencesResource(ReaderPreferences preferences) {
        this.preferences = preferences;
    }

    @GET
    public RestResponse<String> show(@RestQuery String token) {
        if (token == null) {
            return Html.page(Status.OK, LinkPage.of(LinkPage.State.ASKING));
        }
        if (!LinkToken.canBeOurs(token)) {
            return Refusals.forged();
        }
        return page(Status.OK, token, Notice.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> save(
            @RestForm String token,
            @RestForm List<String> newsletters,
            @RestForm String locale,
            @RestForm String zone,
            @RestForm String pausedUntil) {
        if (!LinkToken.canBeOurs(token)) {
            return Refusals.forged();
        }
        PreferencesApi.Change chosen = new PreferencesApi.Change(
                newsletters == null ? List.of() : newsletters, filled(locale), filled(zone), filled(pausedUntil));
        if (!isDayOrNothing(chosen.pausedUntil())) {
            return again(Status.BAD_REQUEST, token, chosen, Notice.DAY_REFUSED);
        }
        try {
            preferences.change(token, chosen);
            return page(Status.OK, token, Notice.SAVED);
        } catch (RefusedException e) {
            Notice notice = Refusals.concerns(e, "pausedUntil") ? Notice.DAY_REFUSED : Notice.CHOICE_REFUSED;
            return Refusals.ofLink(e).orElseGet(() -> again(Status.BAD_REQUEST, token, chosen, notice));
        } catch (UnavailableException e) {
            return again(Status.SERVICE_UNAVAILABLE, token, chosen, Notice.NOT_SAVED);
        }
    }

    @POST
    @Path("/new-address")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> changeAddress(@RestForm String token, @RestForm String email) {
        if (!LinkToken.canBeOurs(token)) {
            return Refusals.forged();
        }
        try {
            preferences.changeAddress(token, email);
            return page(Status.OK, token, Notice.ADDRESS_ASKED);
        } catch (RefusedException e) {
            return Refusals.ofLink(e).orElseGet(() -> page(Status.BAD_REQUEST, token, Notice.ADDRESS_INVALID, email));
        } catch (UnavailableException e) {
            return page(Status.SERVICE_UNAVAILABLE, token, Notice.ADDRESS_FAILED, email);
        }
    }

    @GET
    @Path("/export")
    @Produces({MediaType.APPLICATION_JSON, Html.TYPE})
    public RestResponse<String> export(@RestQuery String token) {
        if (!LinkToken.canBeOurs(token)) {
            return Refusals.forged();
        }
        try {
            return ResponseBuilder.ok(preferences.export(token))
                    .header(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"broadsheet-my-data.json\"")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (RefusedException e) {
            return Refusals.ofLink(e).orElseGet(() -> page(Status.SERVICE_UNAVAILABLE, token, Notice.EXPORT_FAILED));
        } catch (UnavailableException e) {
            return page(Status.SERVICE_UNAVAILABLE, token, Notice.EXPORT_FAILED);
        }
    }

    private RestResponse<String> page(Status status, String token, Notice notice) {
        return page(status, token, notice, "");
    }

    private RestResponse<String> page(Status status, String token, Notice notice, String newEmail) {
        try {
            Preferences current = preferences.read(token);
            return Html.page(status, PreferencesPage.of(token, current, notice, newEmail == null ? "" : newEmail));
        } catch (RefusedException e) {
            return Refusals.ofLink(e).orElseGet(Refusals::forged);
        }
    }

    /** With what was chosen, so that nothing has to be chosen again. */
    private RestResponse<String> again(Status status, String token, PreferencesApi.Change chosen, Notice notice) {
        try {
            Preferences current = preferences.read(token);
            return Html.page(status, PreferencesPage.of(token, current.with(chosen), notice));
        } catch (RefusedException e) {
            return Refusals.ofLink(e).orElseGet(Refusals::forged);
        }
    }

    private static boolean isDayOrNothing(String text) {
        try {
            return text == null || LocalDate.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String filled(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
