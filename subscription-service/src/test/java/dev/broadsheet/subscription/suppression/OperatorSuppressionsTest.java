package dev.broadsheet.subscription.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.broadsheet.subscription.testing.CapturedLog;
import dev.broadsheet.subscription.testing.Operator;
import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.TestReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OperatorSuppressionsTest extends ServiceTest {

    private static final String SUPPRESSIONS = "/api/v1/ops/suppressions";
    private static final String LOOKUPS = SUPPRESSIONS + "/lookups";

    @Test
    void anAddressIsSuppressedLookedUpAndLiftedByItsId() {
        String email = newReader().email();

        String id = post(SUPPRESSIONS, email)
                .then()
                .statusCode(201)
                .body("reason", equalTo("OPERATOR"))
                .extract()
                .path("id");

        post(LOOKUPS, email.toUpperCase()).then().statusCode(200).body("id", equalTo(id));

        lift(id).then().statusCode(204);

        post(LOOKUPS, email).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void theReaderOfASuppressedAddressIsOutOfAllNewsletters() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets", "world");

        post(SUPPRESSIONS, reader.email()).then().statusCode(201);

        assertThat(reader.cancelled())
                .singleElement()
                .satisfies(
                        cancelled -> assertThat(cancelled.newsletters()).containsExactlyInAnyOrder("markets", "world"));
        int mails = reader.created().size();
        reader.signUpLater("denver").then().statusCode(202);
        assertThat(reader.created()).hasSize(mails);
    }

    @Test
    void whoeverIsTakenOffTheListBeginsAnewUnconfirmed() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        String id = post(SUPPRESSIONS, reader.email()).path("id");
        lift(id).then().statusCode(204);
        assertThat(reader.confirmed()).hasSize(1);

        reader.signUpAndConfirm("markets");

        assertThat(reader.confirmed()).hasSize(2);
    }

    @Test
    void anAddressIsLiftedByItself() {
        String email = newReader().email();
        post(SUPPRESSIONS, email).then().statusCode(201);

        Operator.request()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .delete(SUPPRESSIONS)
                .then()
                .statusCode(204);

        post(LOOKUPS, email).then().statusCode(404);
    }

    @Test
    void whatIsRepeatedChangesNothing() {
        String email = newReader().email();
        String first = post(SUPPRESSIONS, email).asString();

        Response second = post(SUPPRESSIONS, email);

        second.then().statusCode(200);
        assertThat(second.asString()).isEqualTo(first);
        String id = second.path("id");
        lift(id).then().statusCode(204);
        lift(id).then().statusCode(204);
    }

    @Test
    void whoeverComplainedStaysOnTheListForThat() {
        String email = newReader().email();
        String id = post(SUPPRESSIONS, email).path("id");
        database().execute("UPDATE suppression SET reason = 'COMPLAINED' WHERE encode(address_hash, 'hex') = ?", id);

        post(SUPPRESSIONS, email).then().statusCode(200).body("reason", equalTo("COMPLAINED"));
    }

    @Test
    void theListIsPagedNewestFirst() {
        database().execute("DELETE FROM suppression");
        List<String> ids = Stream.generate(() -> newReader().email())
                .limit(5)
                .map(email -> post(SUPPRESSIONS, email).<String>path("id"))
                .toList();
        List<String> seen = new ArrayList<>();

        String next = pageAfter(null, seen);
        next = pageAfter(next, seen);
        String end = pageAfter(next, seen);

        assertThat(end).isNull();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
        Operator.request().get(SUPPRESSIONS).then().body("items", hasSize(5)).body("next", nullValue());
    }

    private String pageAfter(String cursor, List<String> seen) {
        Response page = (cursor == null
                        ? Operator.request()
                        : Operator.request().queryParam("cursor", cursor))
                .queryParam("limit", 2)
                .get(SUPPRESSIONS);
        page.then().statusCode(200);
        seen.addAll(page.path("items.id"));
        return page.path("next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=abc", "limit=0", "limit=101", "limit=many"})
    void aPageThatThereIsNotIsRefused(String query) {
        Operator.request()
                .get(SUPPRESSIONS + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        database().execute("""
                INSERT INTO suppression SELECT decode(md5(n::text) || md5(n::text), 'hex'), 'BOUNCED', now()
                FROM generate_series(1, 2) n ON CONFLICT DO NOTHING""");
        String cursor = Operator.request()
                .get(SUPPRESSIONS + "?limit=1")
                .then()
                .extract()
                .path("next");

        Operator.request()
                .queryParam("cursor", cursor)
                .get("/api/v1/ops/subscribers/held")
                .then()
                .statusCode(400);
    }

    @Test
    void neitherAListNorALogHoldsTheAddress() {
        String email = newReader().email();
        try (CapturedLog log = new CapturedLog()) {
            post(SUPPRESSIONS, email).then().statusCode(201);
            post(SUPPRESSIONS, email + "@").then().statusCode(400);

            assertThat(Operator.request().get(SUPPRESSIONS).asString()).doesNotContain(email);
            assertThat(log.text()).doesNotContain(email);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "a b@example.org"})
    void whatIsNoAddressIsRefused(String email) {
        post(SUPPRESSIONS, email).then().statusCode(400).body("violations[0].code", equalTo("email.invalid"));
        post(LOOKUPS, email).then().statusCode(400);
    }

    @Test
    void whatIsNoIdIsNotFound() {
        lift(UUID.randomUUID().toString()).then().statusCode(404).contentType("application/problem+json");
    }

    private static Response post(String path, String email) {
        return Operator.request()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post(path);
    }

    private static Response lift(String id) {
        return Operator.request().delete(SUPPRESSIONS + "/" + id);
    }
}
