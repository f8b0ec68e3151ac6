package dev.broadsheet.subscription.importing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed.ConfirmedNewsletter;
import dev.broadsheet.subscription.testing.CapturedLog;
import dev.broadsheet.subscription.testing.Operator;
import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.Stored;
import dev.broadsheet.subscription.testing.TestReader;
import dev.broadsheet.subscription.token.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImportTest extends ServiceTest {

    private static final String HEADER = "email,newsletters,status,consentedAt,consentSource,locale,zone\n";
    private static final String PROVEN = ",CONFIRMED,2024-05-01T10:00:00+02:00,paper form 12,es,America/Denver\n";

    @Inject
    Tokens tokens;

    @Inject
    ImportHousekeeping housekeeping;

    @Test
    void provenConsentPutsReadersIntoTheAudience() {
        TestReader reader = newReader();

        csv(HEADER + reader.email() + ",markets;denver" + PROVEN)
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("rows", equalTo(1))
                .body("imported", equalTo(1))
                .body("rejected", equalTo(0));

        assertThat(reader.confirmed()).singleElement().satisfies(confirmed -> {
            assertThat(confirmed.email()).isEqualTo(reader.email());
            assertThat(confirmed.locale()).isEqualTo("es");
            assertThat(confirmed.zone()).isEqualTo("America/Denver");
            assertThat(confirmed.newsletters())
                    .extracting(ConfirmedNewsletter::slug)
                    .containsExactlyInAnyOrder("markets", "denver");
            assertThat(tokens.openPreferences(confirmed.preferencesToken()).subscriberId())
                    .isEqualTo(confirmed.subscriberId());
        });
        assertThat(database().number("""
                        SELECT count(*) FROM subscription JOIN subscriber s ON s.id = subscriber_id
                        WHERE s.email = ? AND s.state = 'ACTIVE' AND consented_at = '2024-05-01T08:00:00Z'
                          AND consent_source = 'paper form 12'""", reader.email())).isEqualTo(2);
        reader.unsubscribe(reader.unsubscribeToken("markets")).then().statusCode(200);
        assertThat(stateOf(reader.email(), "markets")).isEqualTo("CANCELLED");
    }

    @Test
    void jsonLinesDoTheSame() {
        TestReader reader = newReader();

        ndjson("""
                {"email":"%s","newsletters":["markets"],"status":"confirmed","consentedAt":"2024-05-01T08:00:00Z","consentSource":"fair"}
                \r
                {"email":"%s","newsletters":["world"]}
                """.formatted(reader.email(), "second-" + reader.email()))
                .then()
                .statusCode(200)
                .body("format", equalTo("NDJSON"))
                .body("imported", equalTo(2));

        assertThat(reader.confirmed()).hasSize(1);
        assertThat(stateOf("second-" + reader.email(), "world")).isEqualTo("PENDING");
    }

    @Test
    void whoIsOnlyKnownGetsNoMailAndIsInNoAudience() {
        TestReader reader = newReader();

        csv("Email,Newsletters\n" + reader.email() + ",markets\n").then().body("imported", equalTo(1));

        assertThat(reader.created()).isEmpty();
        assertThat(reader.confirmed()).isEmpty();
        assertThat(stateOf(reader.email(), "markets")).isEqualTo("PENDING");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String file =
                HEADER + newReader().email() + ",markets" + PROVEN + newReader().email() + ",world,,,,,\n";
        csv(file).then().body("imported", equalTo(2));
        Stored before = database().stored();

        csv(file).then().body("imported", equalTo(0)).body("unchanged", equalTo(2));

        assertThat(database().stored()).isEqualTo(before);
    }

    @Test
    void aReaderGetsNewslettersThatTheReaderNeverHadAndIsOtherwiseNotChanged() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");

        csv(HEADER + reader.email().toUpperCase() + ",markets;world" + PROVEN)
                .then()
                .body("imported", equalTo(1));

        assertThat(reader.confirmed()).last().satisfies(confirmed -> {
            assertThat(confirmed.newsletters())
                    .extracting(ConfirmedNewsletter::slug)
                    .containsExactly("world");
            assertThat(confirmed.email()).isEqualTo(reader.email());
            assertThat(confirmed.locale()).isEqualTo("en");
        });
    }

    @Test
    void provenConsentAnswersAnOpenSignUp() {
        TestReader reader = newReader();
        reader.signUp("markets");

        csv(HEADER + reader.email() + ",markets" + PROVEN).then().body("imported", equalTo(1));

        assertThat(reader.confirmed()).hasSize(1);
        assertThat(stateOf(reader.email(), "markets")).isEqualTo("CONFIRMED");
    }

    @Test
    void whoLeftANewsletterIsNotBroughtBackToIt() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets", "world");
        reader.unsubscribe(reader.unsubscribeToken("markets"));
        int before = reader.confirmed().size();

        csv(HEADER + reader.email() + ",markets" + PROVEN)
                .then()
                .body("skippedUnsubscribed", equalTo(1))
                .body("imported", equalTo(0));

        assertThat(reader.confirmed()).hasSize(before);
        assertThat(stateOf(reader.email(), "markets")).isEqualTo("CANCELLED");
    }

    @Test
    void whoLeftEverythingIsNotBroughtBackByAnything() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        reader.unsubscribe(reader.unsubscribeToken("markets"));

        csv(HEADER + reader.email() + ",world" + PROVEN).then().body("skippedUnsubscribed", equalTo(1));

        assertThat(stateOf(reader.email(), "world")).isEqualTo("none");
    }

    @Test
    void whoWasImportedAsUnsubscribedStaysOut() {
        TestReader reader = newReader();
        csv(HEADER + reader.email() + ",markets,unsubscribed,,,,\n").then().body("imported", equalTo(1));

        csv(HEADER + reader.email() + ",markets" + PROVEN).then().body("skippedUnsubscribed", equalTo(1));

        assertThat(reader.confirmed()).isEmpty();
    }

    @Test
    void whoIsSuppressedIsNeverImported() {
        String email = newReader().email();
        Operator.request()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post("/api/v1/ops/suppressions")
                .then()
                .statusCode(201);
        Stored before = database().stored();

        csv(HEADER + email + ",markets" + PROVEN + email + ",markets,UNCONFIRMED,,,,\n")
                .then()
                .body("skippedSuppressed", equalTo(2))
                .body("imported", equalTo(0));

        assertThat(database().stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNDELIVERABLE", "COMPLAINED"})
    void whoseMailCameBackOrWhoComplainedIsNotChanged(String state) {
        TestReader reader = newReader();
        reader.signUp("markets");
        database().awaitEverythingDecided();
        database().execute("UPDATE subscriber SET state = ? WHERE email = ?", state, reader.email());

        csv(HEADER + reader.email() + ",markets" + PROVEN).then().body("skippedSuppressed", equalTo(1));

        assertThat(stateOf(reader.email(), "markets")).isEqualTo("PENDING");
    }

    @Test
    void badRowsAreNamedByTheirLinesAndStopNothing() {
        String first = newReader().email();
        String last = newReader().email();
        String secret = "secret-" + UUID.randomUUID();

        Response answer = csv("\uFEFF" + HEADER.replace("\n", "\r\n")
                + first + ",markets" + PROVEN.replace("\n", "\r\n") // 2
                + secret + ",markets" + PROVEN // 3
                + secret + "@example.org,gazette,CONFIRMED,yesterday,,x_y_z,Mars/Base\n" // 4
                + secret + "@example.org,,CONFIRMED,2999-01-01T00:00:00Z,form,,\n" // 5
                + secret + "@example.org,markets,maybe,,,,\n" // 6
                + secret + "@example.org,markets\n" // 7
                + "\"" + secret + "@example.org\"x,markets,,,,,\n" // 8
                + secret + "@example.org,markets,,,\"never closed,,\n" // 9
                + secret + "@example.org,markets,,," + "x".repeat(20_000) + ",,\n" // 10
                + "\n" // 11
                + secret + "\0@example.org,markets,,,,,\n" // 12
                + last + ",markets,CONFIRMED,2024-05-01T08:00:00Z,\"a form\non two lines\",,\n"); // 13

        answer.then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("rows", equalTo(11))
                .body("imported", equalTo(2))
                .body("rejected", equalTo(9))
                .body("errors.findAll { it.line == 3 }.code", contains("email.invalid"))
                .body(
                        "errors.findAll { it.line == 4 }.code",
                        contains(
                                "newsletter.unknown",
                                "consentedAt.invalid",
                                "consentSource.required",
                                "locale.invalid",
                                "zone.unknown"))
                .body("errors.findAll { it.line == 5 }.code", contains("newsletters.empty", "consentedAt.future"))
                .body("errors.findAll { it.line == 6 }.code", contains("status.unknown"))
                .body("errors.findAll { it.line == 7 }.code", contains("row.fields"))
                .body("errors.findAll { it.line == 8 }.code", contains("row.quote"))
                .body("errors.findAll { it.line == 9 }.code", contains("row.quote"))
                .body("errors.findAll { it.line == 10 }.code", contains("row.length"))
                .body("errors.findAll { it.line == 12 }.code", contains("email.invalid"))
                .body("errors.line", not(hasItem(13)));
        assertThat(answer.asString()).doesNotContain(secret);
    }

    @Test
    void badJsonLinesAreNamedToo() {
        String email = newReader().email();

        ndjson("""
                {"email":
                [1]
                {"email":5,"newsletters":"markets"}
                {"email":"a@example.org","newsleters":[]}
                {"email":"a@example.org"} {}
                null
                {"email":"a@example.org","email":"b@example.org"}
                {"email":"%s"}""".formatted(email))
                .then()
                .statusCode(200)
                .body("rejected", equalTo(7))
                .body("imported", equalTo(1))
                .body("errors.findAll { it.line == 1 }.code", contains("row.json"))
                .body("errors.findAll { it.line == 3 }.code", contains("email.type", "newsletters.type"))
                .body("errors.findAll { it.line == 4 }.code", contains("row.unknown-field"))
                .body("errors.findAll { it.line == 5 }.code", contains("row.json"))
                .body("errors.findAll { it.line == 7 }.code", contains("row.json"));
    }

    @Test
    void aRowThatIsNotInUtf8IsRefused() {
        String email = newReader().email();
        byte[] latin1 = (HEADER + "a@example.org,markets,,,caf\u00e9,,\n" + email + ",markets,,,,,\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        send("text/csv", latin1)
                .then()
                .statusCode(200)
                .body("errors[0].line", equalTo(2))
                .body("errors[0].code", equalTo("row.encoding"))
                .body("imported", equalTo(1));
    }

    @Test
    void keptErrorsAreBoundedAndCountingGoesOn() {
        csv("email\n" + "nobody\n".repeat(2_500))
                .then()
                .body("rejected", equalTo(2_500))
                .body("errors", hasSize(1_000))
                .body("errors[999].line", equalTo(1_001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "name,newsletters\n",
                "email,phone\n",
                "email,EMAIL\n",
                "somebody@example.org,markets\n"
            })
    void aFileWhoseHeaderIsNoneIsRefusedAtOnce(String file) {
        Response answer = csv(file);

        answer.then().statusCode(400).contentType("application/problem+json").body("violations", not(hasSize(0)));
        assertThat(answer.asString()).doesNotContain("somebody");
    }

    @Test
    void unknownColumnsAreNamed() {
        csv("email,phone number\n").then().body("violations.field", contains("phone number"));
    }

    @Test
    void whatIsNeitherCsvNorJsonLinesIsRefused() {
        send("application/json", "{}".getBytes(StandardCharsets.UTF_8)).then().statusCode(415);
        send("text/csv; charset=iso-8859-1", HEADER.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(415);
    }

    @Test
    void aRepeatedAddressIsTakenInTheOrderOfTheFile() {
        TestReader reader = newReader();
        String email = reader.email();

        csv(HEADER + email + ",markets" + PROVEN + email + ",world,UNSUBSCRIBED,,,,\n"
                        + (email + ",world" + PROVEN).repeat(20))
                .then()
                .body("imported", equalTo(2))
                .body("skippedUnsubscribed", equalTo(20));

        assertThat(stateOf(email, "markets")).isEqualTo("CONFIRMED");
        assertThat(stateOf(email, "world")).isEqualTo("CANCELLED");
    }

    @Test
    void manyReadersAreImportedEachOnceWithOneEventEach() {
        String run = UUID.randomUUID().toString();
        StringBuilder file = new StringBuilder(HEADER);
        for (int number = 0; number < 20_000; number++) {
            file.append("r").append(number).append('-').append(run).append("@example.org,markets");
            file.append(number % 4 == 0 ? PROVEN : ",UNCONFIRMED,,,,\n");
        }

        ValidatableResponse answer = csv(file.toString()).then();

        answer.statusCode(200).body("rows", equalTo(20_000)).body("imported", equalTo(20_000));
        assertThat(database().number("SELECT count(*) FROM subscriber WHERE email LIKE ?", "%" + run + "%"))
                .isEqualTo(20_000);
        List<SubscriptionConfirmed> confirmed = eventsOn(Topics.SUBSCRIPTIONS)
                .all(SubscriptionConfirmed.class, event -> event.email().contains(run));
        assertThat(confirmed).hasSize(5_000);
        assertThat(confirmed).extracting(SubscriptionConfirmed::email).doesNotHaveDuplicates();
        assertThat(confirmed).allMatch(SubscriptionConfirmed::imported);
    }

    @Test
    void anImportThatNobodyHearsOfAnyMoreIsAborted() {
        UUID dead = UUID.randomUUID();
        database().execute("""
                INSERT INTO subscriber_import (id, format, state, started_at, heartbeat_at)
                VALUES (?, 'CSV', 'RUNNING', now() - interval '1 hour', now() - interval '10 minutes')""", dead);

        housekeeping.work();

        report(dead).body("state", equalTo("ABORTED"));
    }

    @Test
    void importsAreListedNewestFirst() {
        String older = csv("email\n").path("id");
        String newer = csv("email\n").path("id");

        Response first = Operator.request().queryParam("limit", 1).get("/api/v1/ops/subscribers/imports");
        Response second = Operator.request()
                .queryParam("limit", 1)
                .queryParam("cursor", first.<String>path("next"))
                .get("/api/v1/ops/subscribers/imports");

        first.then().statusCode(200).body("items.id", contains(newer));
        second.then().body("items.id", contains(older));
        report(UUID.fromString(newer)).body("state", equalTo("DONE")).body("errors", hasSize(0));
        Operator.request()
                .get("/api/v1/ops/subscribers/imports/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void noAddressIsLogged() {
        String email = newReader().email();
        try (CapturedLog log = new CapturedLog()) {
            csv(HEADER + email + ",markets" + PROVEN + email + "@,markets" + PROVEN)
                    .then()
                    .statusCode(200);

            assertThat(log.text()).contains("event=import.done").doesNotContain(email);
        }
    }

    @Test
    void onlyThisPathTakesLargeBodies() {
        byte[] large = new byte[65 * 1024];
        Arrays.fill(large, (byte) ' ');

        given().contentType(ContentType.JSON)
                .body(large)
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
        send("text/csv", ("email\n" + " ".repeat(100_000)).getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse report(UUID id) {
        return Operator.request()
                .get("/api/v1/ops/subscribers/imports/" + id)
                .then()
                .statusCode(200);
    }

    private String stateOf(String email, String newsletter) {
        for (String state : List.of("PENDING", "CONFIRMED", "CANCELLED")) {
            if (database().number("""
                            SELECT count(*) FROM subscription JOIN subscriber s ON s.id = subscriber_id
                            WHERE s.email = ? AND newsletter = ? AND subscription.state = ?""", email, newsletter, state) == 1) {
                return state;
            }
        }
        return "none";
    }

    private static Response csv(String file) {
        return send("text/csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private static Response ndjson(String file) {
        return send("application/x-ndjson", file.getBytes(StandardCharsets.UTF_8));
    }

    private static Response send(String type, byte[] body) {
        return Operator.importBody(type, body);
    }
}
