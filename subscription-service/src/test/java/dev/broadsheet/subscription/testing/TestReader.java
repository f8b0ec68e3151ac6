package dev.broadsheet.subscription.testing;

import static io.restassured.RestAssured.given;

import dev.broadsheet.contracts.subscription.PreferencesLinkRequested;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed.ConfirmedNewsletter;
import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Does what a reader or a reader's mail program does, and sees what was published of that reader. */
public final class TestReader {

    private final String email;
    private final PublishedEvents events;

    TestReader(String domain, PublishedEvents events) {
        this.email = "reader-" + UUID.randomUUID() + "@" + domain;
        this.events = events;
    }

    public String email() {
        return email;
    }

    public Response signUp(String... newsletters) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "newsletters", List.of(newsletters)))
                .post("/api/v1/subscriptions");
    }

    public Response confirm(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .post("/api/v1/confirmations");
    }

    /** As mail providers do it. */
    public Response unsubscribe(String token) {
        return given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post("/api/v1/unsubscribe/{token}", token);
    }

    /** What was asked for before is decided as of its own time. */
    private void beginAnotherQuarterOfAnHour() {
        events.awaitEverythingDecided();
        TestClock.forward(Duration.ofMinutes(16));
    }

    /** Asks again when another mail may be sent. */
    public Response signUpLater(String... newsletters) {
        beginAnotherQuarterOfAnHour();
        return signUp(newsletters);
    }

    /** Signs up and follows the mail's link. */
    public void signUpAndConfirm(String... newsletters) {
        beginAnotherQuarterOfAnHour();
        signUp(newsletters).then().statusCode(202);
        confirm(newestConfirmationToken()).then().statusCode(200);
    }

    /** With the link that comes by mail. */
    public Response erase(boolean never) {
        return asMyself(requestPreferencesToken()).delete("/api/v1/preferences?never={never}", never);
    }

    public static RequestSpecification asMyself(String token) {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    public Response requestPreferencesLink() {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post("/api/v1/preferences/links");
    }

    public String requestPreferencesToken() {
        beginAnotherQuarterOfAnHour();
        requestPreferencesLink().then().statusCode(202);
        List<PreferencesLinkRequested> requested = preferencesLinks();
        return requested.get(requested.size() - 1).link().token();
    }

    public List<PreferencesLinkRequested> preferencesLinks() {
        return events.all(PreferencesLinkRequested.class, event -> event.email().equalsIgnoreCase(email));
    }

    public List<SubscriptionCreated> created() {
        return createdFor(email);
    }

    public List<SubscriptionCreated> createdFor(String address) {
        return events.all(SubscriptionCreated.class, event -> event.email().equalsIgnoreCase(address));
    }

    public List<SubscriptionConfirmed> confirmed() {
        return events.all(SubscriptionConfirmed.class, event -> event.email().equalsIgnoreCase(email));
    }

    public List<SubscriptionCancelled> cancelled() {
        return cancelled(id());
    }

    public List<SubscriptionCancelled> cancelled(UUID subscriberId) {
        return events.all(
                SubscriptionCancelled.class, event -> event.subscriberId().equals(subscriberId));
    }

    public UUID id() {
        return created().get(0).subscriberId();
    }

    public String newestConfirmationToken() {
        List<SubscriptionCreated> created = created();
        return created.get(created.size() - 1).confirmation().token();
    }

    public String unsubscribeToken(String newsletter) {
        return confirmed().stream()
                .flatMap(event -> event.newsletters().stream())
                .filter(confirmed -> confirmed.slug().equals(newsletter))
                .map(ConfirmedNewsletter::unsubscribeToken)
                .findFirst()
                .orElseThrow();
    }
}
