package dev.broadsheet.frontend.signup;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@Path("/api/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "changing")
@RegisterClientHeaders
interface SignUpApi {

    /** As a form and not as JSON, because that is what the reader filled in; the API keeps the difference. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Answer signUp(
            @FormParam("email") String email,
            @FormParam("newsletters") List<String> newsletters,
            @FormParam("website") String website,
            @FormParam("form") String form,
            @FormParam("proof") String proof);

    record Answer(String status) {}
}
