package dev.broadsheet.subscription.preference;

import static dev.broadsheet.subscription.testing.TestReader.asMyself;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.subscription.AddressChangeRequested;
import dev.broadsheet.contracts.subscription.SubscriberChanged;
import dev.broadsheet.contracts.subscription.SubscriberErased;
import dev.broadsheet.subscription.testing.PublishedEvents;
import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.TestClock;
import dev.broadsheet.subscription.testing.TestReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AddressChangeTest extends ServiceTest {

    private static final String ADDRESS = "/api/v1/preferences/address";

    @Test
    void theAddressChangesWhenBothMailboxesHaveAgreed() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        UUID id = reader.id();
        String wanted = newReader().email();
        AddressChangeRequested change = request(reader, wanted);

        agree(change.wanted().token()).then().statusCode(200).body("state", equalTo("WAITING"));
        assertThat(changesOf(id)).isEmpty();
        agree(change.current().token()).then().statusCode(200).body("state", equalTo("CHANGED"));
        agree(change.current().token()).then().statusCode(200).body("state", equalTo("CHANGED"));

        assertThat(changesOf(id))
                .singleElement()
                .extracting(SubscriberChanged::email)
                .isEqualTo(wanted);
        assertThat(database().texts("SELECT email FROM subscriber WHERE id = ?", id))
                .containsExactly(wanted);
    }

    @Test
    void oneMailboxAloneChangesNothingHoweverOftenItAgrees() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        AddressChangeRequested change = request(reader, newReader().email());

        agree(change.current().token()).then().body("state", equalTo("WAITING"));
        agree(change.current().token()).then().body("state", equalTo("WAITING"));

        assertThat(database().texts("SELECT email FROM subscriber WHERE id = ?", reader.id()))
                .containsExactly(reader.email());
    }

    @Test
    void anotherReadersAddressIsNotTakenAndOnlyItsOwnerHearsOfIt() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        TestReader other = newReader();
        other.signUpAndConfirm("denver");
        AddressChangeRequested change = request(reader, other.email());

        agree(change.current().token()).then().statusCode(200);
        agree(change.wanted().token())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:broadsheet:problem:address-taken"));

        assertThat(database().texts("SELECT email FROM subscriber WHERE id = ?", other.id()))
                .containsExactly(other.email());
    }

    @Test
    void aSignUpThatNobodyConfirmedMakesRoom() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        UUID id = reader.id();
        TestReader pending = newReader();
        pending.signUp("denver");
        UUID pendingId = pending.id();
        AddressChangeRequested change = request(reader, pending.email());

        agree(change.current().token()).then().statusCode(200);
        agree(change.wanted().token()).then().statusCode(200).body("state", equalTo("CHANGED"));

        assertThat(database().texts("SELECT id FROM subscriber WHERE email = ?", pending.email()))
                .containsExactly(id.toString());
        PublishedEvents events = eventsOn(Topics.SUBSCRIPTIONS);
        assertThat(events.all(
                        SubscriberErased.class, erased -> erased.subscriberId().equals(pendingId)))
                .hasSize(1);
    }

    @Test
    void whoIsErasedIsNotRememberedByAnothersWishToMoveThere() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        TestReader other = newReader();
        other.signUpAndConfirm("denver");
        AddressChangeRequested change = request(reader, other.email());
        agree(change.wanted().token()).then().body("state", equalTo("WAITING"));

        other.erase(false).then().statusCode(204);

        assertThat(database().number("SELECT count(*) FROM address_change WHERE wanted_email = ?", other.email()))
                .isZero();
        agree(change.current().token()).then().statusCode(410);
    }

    @Test
    void anAgreementExpires() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        AddressChangeRequested change = request(reader, newReader().email());
        TestClock.forward(Duration.ofHours(25));

        agree(change.current().token()).then().statusCode(410);
    }

    @Test
    void anOlderWishDoesNotUndoANewerOne() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        UUID id = reader.id();
        AddressChangeRequested older = request(reader, newReader().email());
        String newest = newReader().email();
        AddressChangeRequested newer = request(reader, newest);
        agree(newer.current().token());
        agree(newer.wanted().token()).then().body("state", equalTo("CHANGED"));

        agree(older.current().token()).then().statusCode(410);

        assertThat(database().texts("SELECT email FROM subscriber WHERE id = ?", id))
                .containsExactly(newest);
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");

        asMyself(reader.requestPreferencesToken())
                .body(Map.of("email", "nowhere"))
                .post(ADDRESS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("email"));
    }

    private AddressChangeRequested request(TestReader reader, String wanted) {
        asMyself(reader.requestPreferencesToken())
                .body(Map.of("email", wanted))
                .post(ADDRESS)
                .then()
                .statusCode(202);
        PublishedEvents events = eventsOn(Topics.SUBSCRIPTIONS);
        List<AddressChangeRequested> requested = events.all(
                AddressChangeRequested.class, change -> change.wanted().email().equals(wanted));
        assertThat(requested)
                .singleElement()
                .satisfies(change -> assertThat(change.current().email()).isEqualTo(reader.email()));
        return requested.get(0);
    }

    private List<SubscriberChanged> changesOf(UUID id) {
        PublishedEvents events = eventsOn(Topics.SUBSCRIPTIONS);
        return events.all(
                SubscriberChanged.class, changed -> changed.subscriberId().equals(id));
    }

    private static Response agree(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .post(ADDRESS + "/confirmations");
    }
}
