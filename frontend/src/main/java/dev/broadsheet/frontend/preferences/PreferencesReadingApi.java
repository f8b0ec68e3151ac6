package dev.broadsheet.frontend.preferences;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@Path("/api/v1/preferences")
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "reading")
interface PreferencesReadingApi {

    @GET
    Preferences read(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);
}
