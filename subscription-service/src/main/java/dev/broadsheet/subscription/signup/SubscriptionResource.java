package dev.broadsheet.subscription.signup;

import dev.broadsheet.outbox.TransientFailure;
import dev.broadsheet.problems.InvalidInputException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** One answer for every valid sign-up: a stranger must not learn whether an address is known here. */
@Path("/api/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-ups")
public class SubscriptionResource {

    private static final Logger LOG = Logger.getLogger(SubscriptionResource.class);
    private static final int ACCEPTED = 202;

    private final SignUpRules rules;
    private final SignUpDoor door;
    private final SignUpMetrics metrics;

    SubscriptionResource(SignUpRules rules, SignUpDoor door, SignUpMetrics metrics) {
        this.rules = rules;
        this.door = door;
        this.metrics = metrics;
    }

    @GET
    @Path("/form")
    @Operation(
            summary = "What a sign-up form carries along",
            description =
                    "Its token tells how long the form was in front of somebody. Where proof is given, a sign-up has"
                            + " to bring its solution, in ALTCHA's protocol.")
    @APIResponse(responseCode = "200", description = "Good for one form")
    public RestResponse<FormParts> form() {
        return ResponseBuilder.ok(door.newForm())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
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
            @RestForm String form,
            @RestForm String proof,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage,
            @RestHeader("Referer") String referer) {
        SignUpForm filledIn = new SignUpForm(email, newsletters, zone, website, form, proof);
        return accept(filledIn, SignUpOrigin.of("html", referer, acceptLanguage));
    }

    private Answer accept(SignUpForm form, SignUpOrigin origin) {
        if (form.isFilledByAProgram()) {
            metrics.trapped();
            return Answer.THANKS;
        }
        try {
            door.accept(rules.check(form), origin, form.proof());
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
