package dev.broadsheet.frontend.signup;

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
import org.jboss.resteasy.reactive.RestResponse;

/** Where the forms of all pages arrive. The API alone decides what is valid. */
@Path("/subscribe")
@Produces(Html.TYPE)
class SignUpResource {

    private final Api api;
    private final SignUpApi signUps;
    private final Newsletters newsletters;
    private final OpenedForms forms;

    SignUpResource(Api api, @RestClient SignUpApi signUps, Newsletters newsletters, OpenedForms forms) {
        this.api = api;
        this.signUps = signUps;
        this.newsletters = newsletters;
        this.forms = forms;
    }

    @GET
    public RestResponse<String> show() {
        return Html.page(Status.OK, new SignUpPage(forms.open(SignUpForm.of(newsletters.all()))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> signUp(
            @RestForm String email,
            @RestForm("newsletters") List<String> chosen,
            @RestForm String website,
            @RestForm String form,
            @RestForm String proof) {
        try {
            api.ask(() -> signUps.signUp(email, chosen, website, form, proof));
            return Html.page(Status.OK, new ThanksPage());
        } catch (RefusedException e) {
            return again(email, chosen, SignUpProblem.of(e.problem()));
        } catch (UnavailableException e) {
            return again(email, chosen, SignUpProblem.FAILED);
        }
    }

    private RestResponse<String> again(String email, List<String> chosen, SignUpProblem problem) {
        SignUpForm form = forms.open(form(chosen)).with(email == null ? "" : email, problem);
        Status status = problem == SignUpProblem.FAILED ? Status.SERVICE_UNAVAILABLE : Status.BAD_REQUEST;
        return Html.page(status, new SignUpPage(form));
    }

    private SignUpForm form(List<String> chosen) {
        try {
            return SignUpForm.picking(newsletters.all(), chosen);
        } catch (UnavailableException e) {
            return SignUpForm.keeping(chosen);
        }
    }
}
