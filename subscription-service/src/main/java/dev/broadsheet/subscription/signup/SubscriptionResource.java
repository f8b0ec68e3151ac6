package dev.broadsheet.subscription.signup;

import dev.broadsheet.outbox.TransientFailure;
import dev.broadsheet.problems.InvalidInputException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;

/** One answer for every valid sign-up: a stranger must not learn whether an address is known here. */
@Path("/api/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-ups")
public class SubscriptionResource {

    private static final Logger LOG = Logger.getLogger(SubscriptionResource.class);
    private static final int ACCEPTED = 202;

    private final SignUpRules rules;
    private final SignUps signUps;

    SubscriptionResource(SignUpRules rules, SignUps signUps) {
        this.rules = rules;
        this.signUps = signUps;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "Sign up for newsletters", description = "A mail asks for confirmation. Repeating it is safe.")
    @APIResponse(responseCode = "202", description = "Accepted; the same whether the address is known or not")
    @APIResponse(responseCode = "400", description = "The violations name what is wrong")
    @APIResponse(responseCode = "503", description = "Nothing was stored; try again after Retry-After")
    public Answer signUp(
            SignUpForm form,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage,
            @RestHeader("Referer") String referer) {
        return accept(form, SignUpOrigin.of("api", referer, acceptLanguage));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ResponseStatus(ACCEPTED)
    @Operation(hidden = true)
    public Answer signUpByForm(
            @RestForm String email,
            @RestForm List<String> newsletters,
            @RestForm String zone,
            @RestForm String website,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage,
            @RestHeader("Referer") String referer) {
        SignUpForm form = new SignUpForm(email, newsletters, zone, website);
        return accept(form, SignUpOrigin.of("html", referer, acceptLanguage));
    }

    private Answer accept(SignUpForm form, SignUpOrigin origin) {
        if (form.isFilledByAProgram()) {
            return Answer.THANKS;
        }
        try {
            signUps.accept(rules.check(form), origin);
            return Answer.THANKS;
        } catch (InvalidInputException e) {
            throw e;
        } catch (RuntimeException e) {
            if (!TransientFailure.isCauseOf(e)) {
                LOG.error("event=signup.failed", e);
            }
            throw new SignUpFailedException(e);
        }
    }

    /** Answer of every valid sign-up. */
    public record Answer(String status, String message) {
        static final Answer THANKS = new Answer("accepted", "Thank you for subscribing!");
    }
}
