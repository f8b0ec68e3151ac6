package dev.broadsheet.subscription.newsletter;

import static dev.broadsheet.subscription.newsletter.NewsletterDesk.draft;
import static dev.broadsheet.subscription.newsletter.NewsletterDesk.draftWith;
import static dev.broadsheet.subscription.newsletter.NewsletterDesk.newSlug;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

import dev.broadsheet.subscription.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class BadNewsletterTest {

    private final Database database = new Database();

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedByItsFieldAndChangesNothing(Map<String, Object> draft, List<String> codes) {
        long before = newslettersAndEvents();

        NewsletterDesk.create(draft)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.collect { it.field + '=' + it.code }", hasItems(codes.toArray(String[]::new)));

        assertThat(newslettersAndEvents()).isEqualTo(before);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                wrong("slug", null, "slug=slug.required"),
                wrong("slug", "Upper-Case", "slug=slug.format"),
                wrong("slug", "two--hyphens", "slug=slug.format"),
                wrong("slug", "-x", "slug=slug.format"),
                wrong("slug", "x".repeat(101), "slug=slug.format"),
                wrong("name", null, "name=name.required"),
                wrong("name", "\u00a0\u200d", "name=name.required"),
                wrong("name", "x".repeat(101), "name=name.size"),
                wrong("name", "Two\nlines", "name=name.characters"),
                wrong("tagline", " ", "tagline=tagline.required"),
                wrong("tagline", "x".repeat(201), "tagline=tagline.size"),
                wrong("description", "x".repeat(2001), "description=description.size"),
                wrong("description", "zero\u0000", "description=description.characters"),
                wrong("kind", null, "kind=kind.required"),
                wrong("kind", "PLACE", "kind=kind.unknown"),
                wrong("kind", "LOCAL", "market=market.required"),
                wrong("market", "denver", "market=market.unexpected"),
                wrong("cadence", null, "cadence=cadence.required"),
                wrong("cadence", "HOURLY", "cadence=cadence.unknown"),
                wrong("cadence", "IMMEDIATE", "sendTime=sendTime.unexpected"),
                wrong("cadence", "WEEKLY", "sendDay=sendDay.required"),
                wrong("sendTime", null, "sendTime=sendTime.required"),
                wrong("sendTime", "6:30", "sendTime=sendTime.format"),
                wrong("sendTime", "24:00", "sendTime=sendTime.format"),
                wrong("sendTime", "06:30:00", "sendTime=sendTime.format"),
                wrong("sendDay", "MONDAY", "sendDay=sendDay.unexpected"),
                wrong("sendDay", "Monday", "sendDay=sendDay.unknown"),
                wrong("zone", null, "zone=zone.required"),
                wrong("zone", "America/Gotham", "zone=zone.unknown"),
                wrong("zone", "+02:00", "zone=zone.unknown"),
                wrong("zone", "SystemV/PST8PDT", "zone=zone.unknown"),
                wrong("curator", Map.of("slug", "Priya"), "curator.slug=slug.format", "curator.name=name.required"),
                wrong("curator", Map.of("name", "Priya Raman"), "curator.slug=slug.required"),
                wrong("sender", null, "sender=sender.required"),
                wrong(
                        "sender",
                        Map.of("address", "a@b"),
                        "sender.name=name.required",
                        "sender.address=address.invalid"),
                wrong(
                        "sender",
                        Map.of("name", "Tides\r\nBcc: x@example.org", "address", "tides@broadsheet.example"),
                        "sender.name=name.characters"),
                wrong("archive", true, "archive=archive.unexpected"),
                wrong("name", 5, "name=name.type"),
                Arguments.of(
                        everythingWrong(), List.of("name=name.required", "zone=zone.unknown", "market=market.format")));
    }

    @Test
    void aChangeIsCheckedLikeANewNewsletter() {
        String slug = newSlug();
        NewsletterDesk.create(draft(slug)).then().statusCode(201);

        NewsletterDesk.edit(slug, "\"1\"", draftWith(slug, "zone", "Nowhere"))
                .then()
                .statusCode(400)
                .body("violations.code", hasItems("zone.unknown"));
        NewsletterDesk.edit(slug, "\"1\"", draftWith(slug, "archive", true))
                .then()
                .statusCode(400)
                .body("violations.code", hasItems("archive.unexpected"));
        NewsletterDesk.edit(slug, "\"1\"", draft("another"))
                .then()
                .statusCode(400)
                .body("violations.code", hasItems("slug.fixed"));
    }

    @Test
    void aSignUpMayHaveFieldsThatNobodyKnows() {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "email",
                        "reader-" + UUID.randomUUID() + "@example.org",
                        "newsletters",
                        List.of("markets"),
                        "company",
                        "Acme"))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(202);
    }

    private long newslettersAndEvents() {
        return database.number("SELECT (SELECT count(*) FROM newsletter) + (SELECT count(*) FROM outbox_event)");
    }

    private static Map<String, Object> everythingWrong() {
        Map<String, Object> draft = new HashMap<>(draftWith(newSlug(), "name", null));
        draft.put("zone", "Nowhere");
        draft.put("kind", "LOCAL");
        draft.put("market", "New York");
        return draft;
    }

    private static Arguments wrong(String field, Object value, String... codes) {
        return Arguments.of(draftWith(newSlug(), field, value), List.of(codes));
    }
}
