package dev.broadsheet.subscription.preference;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What readers see and decide of themselves. The token of the mailed link is the bearer token of these calls. */
@Path("/api/v1/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Preferences")
@APIResponse(responseCode = "400", description = "The token is missing or forged, or the violations name what is wrong")
@APIResponse(responseCode = "410", description = "The token has expired, or there is no such reader any more")
public class PreferencesResource {

    private static final String NO_STORE = "no-store";

    private final Preferences preferences;
    private final BearerToken bearer;

    PreferencesResource(Preferences preferences, BearerToken bearer) {
        this.preferences = preferences;
        this.bearer = bearer;
    }

    @GET
    @Operation(summary = "My preferences")
    @APIResponse(responseCode = "200", description = "Newsletters, zone, language, pause")
    public RestResponse<PreferencesView> see(@RestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return unstored(preferences.see(bearer.tokenIn(authorization)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change my preferences",
            description = "The whole of them. Newsletters that are added are confirmed by it.")
    @APIResponse(responseCode = "200", description = "As they are now")
    public RestResponse<PreferencesView> change(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization, PreferencesForm form) {
        return unstored(preferences.change(bearer.tokenIn(authorization), form));
    }

    @GET
    @Path("/export")
    @Operation(summary = "All that is held of me")
    @APIResponse(responseCode = "200", description = "As JSON, to be kept")
    @APIResponse(
            responseCode = "403",
            description = "The link stood in a newsletter; this needs one that was asked for")
    public RestResponse<PreferencesExport> export(@RestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return unstored(preferences.export(bearer.tokenIn(authorization)));
    }

    @DELETE
    @Operation(
            summary = "Forget me",
            description = "Everything but, if so wished, a keyed hash that keeps all mail away.")
    @APIResponse(responseCode = "204", description = "Forgotten; SubscriberErased follows")
    @APIResponse(
            responseCode = "403",
            description = "The link stood in a newsletter; this needs one that was asked for")
    public void erase(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RestQuery
                    @DefaultValue("false")
                    @Parameter(description = "Whether this address is never to get mail again")
                    boolean never) {
        preferences.erase(bearer.tokenIn(authorization), never);
    }

    private static <T> RestResponse<T> unstored(T body) {
        return ResponseBuilder.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }
}
