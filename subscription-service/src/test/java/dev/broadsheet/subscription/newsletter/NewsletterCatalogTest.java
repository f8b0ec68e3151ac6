package dev.broadsheet.subscription.newsletter;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.TestReader;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NewsletterCatalogTest extends ServiceTest {

    @Test
    void theCatalogHoldsEveryNewsletter() {
        given().get("/api/v1/newsletters")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("items.slug", hasItems("markets", "vitals", "china", "world", "politics"))
                .body("items.slug", hasItems("denver", "des-moines", "twin-cities", "tampa-bay", "charlotte"));
    }

    @Test
    void theCatalogCanBeNarrowedToOneKind() {
        given().get("/api/v1/newsletters?kind=SPECIAL").then().statusCode(200).body("items.slug", contains("vitals"));
        given().get("/api/v1/newsletters?kind=LOCAL")
                .then()
                .statusCode(200)
                .body("items.kind", everyItem(equalTo("LOCAL")))
                .body("items.market", hasItems("denver", "charlotte"));
    }

    @Test
    void aKindThatDoesNotExistIsNamedAsTheMistake() {
        given().get("/api/v1/newsletters?kind=WEEKLY")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains("kind"))
                .body("violations.code", contains("kind.unknown"));
    }

    @Test
    void oneNewsletterIsToldWithItsCurator() {
        given().get("/api/v1/newsletters/vitals")
                .then()
                .statusCode(200)
                .body("slug", equalTo("vitals"))
                .body("cadence", equalTo("DAILY"))
                .body("curator.slug", equalTo("priya-raman"))
                .body("$", not(hasKey("market")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gazette", "MARKETS", "%00", "a%27b"})
    void aNewsletterThatDoesNotExistIsNotFound(String slug) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/newsletters/" + slug)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void anArchivedNewsletterIsNotInTheCatalog() {
        database().execute("UPDATE newsletter SET archived = true WHERE slug = 'china'");
        try {
            given().get("/api/v1/newsletters").then().body("items.slug", not(hasItems("china")));
            given().get("/api/v1/newsletters/china").then().statusCode(404);
            // As in another replica: this one offers it for some more seconds.
            TestReader reader = newReader();
            await().until(() -> reader.signUp("china").statusCode() == 400);
            reader.signUp("china").then().statusCode(400).body("violations.code", contains("newsletter.unknown"));
        } finally {
            database().execute("UPDATE newsletter SET archived = false WHERE slug = 'china'");
        }
    }
}
