package dev.broadsheet.frontend.signup;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@Path("/api/v1/subscriptions/form")
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "opening")
interface FormApi {

    @GET
    OpenedForm open();
}
