package dev.broadsheet.subscription.erasure;

import static dev.broadsheet.subscription.testing.TestReader.asMyself;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.delivery.MailBounced;
import dev.broadsheet.contracts.delivery.MailBounced.Kind;
import dev.broadsheet.contracts.subscription.SubscriberErased;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled.Reason;
import dev.broadsheet.localstack.client.TopicReader;
import dev.broadsheet.outbox.Ids;
import dev.broadsheet.subscription.testing.NotificationService;
import dev.broadsheet.subscription.testing.PublishedEvents;
import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.TestClock;
import dev.broadsheet.subscription.testing.TestReader;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasureTest extends ServiceTest {

    private static final String ALL_TEXT = """
            SELECT table_name || '.' || column_name FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history'""";

    /** With everything behind it that a reader can leave behind. */
    @Test
    void nothingIsLeftInAnyTableOfAReaderWhoWasErased() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        UUID id = reader.id();
        try (NotificationService notifications = new NotificationService()) {
            notifications.publish(Ids.next(), new MailBounced(id, Kind.SOFT, null, null, TestClock.now()));
        }
        String token = reader.requestPreferencesToken();
        asMyself(token).body(Map.of("email", newReader().email())).post("/api/v1/preferences/address");
        hold(reader);
        database().awaitEverythingPublished();
        assertThat(placesThatHold(reader.email())).isNotEmpty();
        assertThat(placesThatHold(id.toString())).isNotEmpty();

        asMyself(token).delete("/api/v1/preferences").then().statusCode(204);

        database().awaitEverythingPublished();
        assertThat(placesThatHold(reader.email())).isEmpty();
        // The two events that order everybody else to forget, until they are a day old.
        assertThat(placesThatHold(id.toString())).containsOnly("outbox_event.record_key", "outbox_event.data");
        assertThat(database().number("SELECT count(*) FROM outbox_event WHERE record_key = ?", id.toString()))
                .isEqualTo(2);
    }

    @Test
    void everybodyElseIsOrderedToForgetAndNothingFollows() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        UUID id = reader.id();

        reader.erase(false).then().statusCode(204);

        assertThat(reader.cancelled(id)).singleElement().satisfies(cancelled -> {
            assertThat(cancelled.newsletters()).containsExactly("markets");
            assertThat(cancelled.reason()).isEqualTo(Reason.ERASED);
        });
        PublishedEvents events = eventsOn(Topics.SUBSCRIPTIONS);
        assertThat(events.all(
                        SubscriberErased.class, erased -> erased.subscriberId().equals(id)))
                .hasSize(1);
        List<ConsumerRecord<String, byte[]>> ofReader = events.everythingPublished().stream()
                .filter(record -> record.key().equals(id.toString()))
                .toList();
        assertThat(ofReader)
                .last()
                .satisfies(record ->
                        assertThat(TopicReader.header(record, "ce_type")).contains("dev.broadsheet.SubscriberErased"));
    }

    @Test
    void linksOfOldMailsAreGone() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        String confirmation = reader.newestConfirmationToken();
        String unsubscribe = reader.unsubscribeToken("markets");
        String preferences = reader.requestPreferencesToken();

        asMyself(preferences).delete("/api/v1/preferences").then().statusCode(204);

        reader.confirm(confirmation).then().statusCode(410);
        reader.unsubscribe(unsubscribe).then().statusCode(200);
        asMyself(preferences).get("/api/v1/preferences").then().statusCode(410);
        asMyself(preferences).delete("/api/v1/preferences").then().statusCode(410);
    }

    @Test
    void whoComesBackIsSomebodyNew() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        UUID before = reader.id();
        reader.erase(false).then().statusCode(204);

        reader.signUp("denver").then().statusCode(202);

        assertThat(reader.created())
                .last()
                .satisfies(created -> assertThat(created.subscriberId()).isNotEqualTo(before));
    }

    @Test
    void whoWantsNoMailEverAgainGetsNoneAndOnlyAHashIsKept() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        reader.erase(true).then().statusCode(204);
        int mails = reader.created().size();
        long hashes = database().number("SELECT count(*) FROM suppression WHERE reason = 'ERASED'");

        reader.signUpLater("markets").then().statusCode(202);
        reader.requestPreferencesLink().then().statusCode(202);

        assertThat(reader.created()).hasSize(mails);
        assertThat(placesThatHold(reader.email())).isEmpty();
        assertThat(hashes).isPositive();
    }

    private void hold(TestReader reader) {
        database()
                .execute(
                        "INSERT INTO held_sign_up (id, reason, email, email_key, newsletters, locale, source_form,"
                                + " received_at, held_at) VALUES (?, 'TOO_QUICK', ?, ?, '{markets}', 'en', 'api', now(), now())",
                        UUID.randomUUID(),
                        reader.email(),
                        reader.email());
    }

    /** Every column of every table, whatever will be added. */
    private List<String> placesThatHold(String text) {
        return database().texts(ALL_TEXT).stream()
                .filter(place ->
                        holds(place.substring(0, place.indexOf('.')), place.substring(place.indexOf('.') + 1), text))
                .toList();
    }

    private boolean holds(String table, String column, String text) {
        return database()
                        .number(
                                "SELECT count(*) FROM " + table + " WHERE cast(" + column + " AS text) ILIKE ?",
                                "%" + text + "%")
                > 0;
    }
}
