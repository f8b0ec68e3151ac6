package dev.broadsheet.subscription.testing;

import static io.restassured.RestAssured.given;

import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed.ConfirmedNewsletter;
import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Does what a reader or a reader's mail program does, and sees what was published of that reader. */
public final class TestReader {

    private final String email = "reader-" + UUID.randomUUID() + "@example.org";
    private final PublishedEvents events;

    TestReader(PublishedEvents events) {
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

    /** Signs up and follows the mail's link. */
    public void signUpAndConfirm(String... newsletters) {
        signUp(newsletters).then().statusCode(202);
        confirm(newestConfirmationToken()).then().statusCode(200);
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
        return events.all(
                SubscriptionCancelled.class, event -> event.subscriberId().equals(id()));
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
