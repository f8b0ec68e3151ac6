package dev.broadsheet.subscription.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.EventType;
import dev.broadsheet.contracts.delivery.MailBounced;
import dev.broadsheet.contracts.delivery.MailBounced.Kind;
import dev.broadsheet.contracts.delivery.MailComplained;
import dev.broadsheet.contracts.delivery.UnsubscribeRequested;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled.Reason;
import dev.broadsheet.localstack.client.TopicReader;
import dev.broadsheet.outbox.Ids;
import dev.broadsheet.subscription.testing.NotificationService;
import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.TestClock;
import dev.broadsheet.subscription.testing.TestReader;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BounceTest extends ServiceTest {

    private NotificationService notifications;
    private TestReader reader;

    @BeforeEach
    void haveAReader() {
        notifications = new NotificationService();
        reader = newReader();
        reader.signUpAndConfirm("markets", "denver");
    }

    @AfterEach
    void close() {
        notifications.close();
    }

    @Test
    void aHardBounceEndsAllMailAndNoSignUpChangesThat() {
        bounce(Kind.HARD, TestClock.now());

        assertThat(stateOf(reader)).isEqualTo("UNDELIVERABLE");
        assertThat(reader.cancelled()).singleElement().satisfies(cancelled -> {
            assertThat(cancelled.newsletters()).containsExactly("denver", "markets");
            assertThat(cancelled.reason()).isEqualTo(Reason.BOUNCED);
        });
        int mails = reader.created().size();
        reader.signUpLater("world").then().statusCode(202);
        assertThat(reader.created()).hasSize(mails);
        assertThat(stateOf(reader)).isEqualTo("UNDELIVERABLE");
    }

    @Test
    void aComplaintEndsAllMail() {
        notifications.publish(Ids.next(), new MailComplained(reader.id(), null, TestClock.now()));

        assertThat(stateOf(reader)).isEqualTo("COMPLAINED");
        assertThat(reader.cancelled())
                .singleElement()
                .extracting(SubscriptionCancelled::reason)
                .isEqualTo(Reason.COMPLAINED);
        int mails = reader.created().size();
        reader.signUpLater("world").then().statusCode(202);
        assertThat(reader.created()).hasSize(mails);
    }

    @Test
    void theThirdSoftBounceWithinTwoWeeksEndsAllMail() {
        Instant now = TestClock.now();
        bounce(Kind.SOFT, now);
        bounce(Kind.SOFT, now.plus(Duration.ofDays(5)));
        assertThat(stateOf(reader)).isEqualTo("ACTIVE");

        bounce(Kind.SOFT, now.plus(Duration.ofDays(13)));

        assertThat(stateOf(reader)).isEqualTo("UNDELIVERABLE");
    }

    @Test
    void softBouncesThatAreFurtherApartEndNothing() {
        Instant now = TestClock.now();
        bounce(Kind.SOFT, now);
        bounce(Kind.SOFT, now.plus(Duration.ofDays(10)));
        bounce(Kind.SOFT, now.plus(Duration.ofDays(20)));

        assertThat(stateOf(reader)).isEqualTo("ACTIVE");
    }

    @Test
    void theSameSoftBounceThreeTimesIsOne() {
        UUID event = Ids.next();
        MailBounced bounced = new MailBounced(reader.id(), Kind.SOFT, "4.2.2", null, TestClock.now());

        notifications.publish(event, bounced);
        notifications.publish(event, bounced);
        notifications.publish(event, bounced);
        bounce(Kind.SOFT, TestClock.now());

        assertThat(stateOf(reader)).isEqualTo("ACTIVE");
    }

    @Test
    void aLinkOfAMailFromBeforeTheBounceConfirmsNothing() {
        TestReader pending = newReader();
        pending.signUp("markets");
        String token = pending.newestConfirmationToken();
        notifications.publish(Ids.next(), new MailBounced(pending.id(), Kind.HARD, "5.1.1", null, TestClock.now()));

        pending.confirm(token).then().statusCode(410);

        assertThat(pending.confirmed()).isEmpty();
    }

    @Test
    void aMailThatAsksToLeaveTakesTheReaderOutOfThatNewsletterOnce() {
        String token = reader.unsubscribeToken("markets");
        askToLeave(token);
        askToLeave(token);

        assertThat(reader.cancelled()).singleElement().satisfies(cancelled -> {
            assertThat(cancelled.newsletters()).containsExactly("markets");
            assertThat(cancelled.reason()).isEqualTo(Reason.ONE_CLICK);
        });
    }

    @Test
    void aForgedTokenInAMailDoesNothingAndIsNoDeadLetter() {
        UUID request = askToLeave(reader.unsubscribeToken("markets") + "x");
        askToLeave("not-a-token-of-anybody");

        assertThat(reader.cancelled()).isEmpty();
        try (TopicReader deadLetters = TopicReader.ofTestStack("broadsheet.deliveries.v1.subscription-service.dlq")) {
            assertThat(deadLetters.records())
                    .noneMatch(record -> request.toString().equals(record.key()));
        }
    }

    @Test
    void poisonLandsOnTheDeadLetterTopicAndTheNextEventIsHandled() {
        UUID poison = Ids.next();
        notifications.send(
                poison, EventType.MAIL_BOUNCED, poison.toString(), "{\"kind\":7}".getBytes(StandardCharsets.UTF_8));

        bounce(Kind.HARD, TestClock.now());

        assertThat(stateOf(reader)).isEqualTo("UNDELIVERABLE");
        try (TopicReader deadLetters = TopicReader.ofTestStack("broadsheet.deliveries.v1.subscription-service.dlq")) {
            assertThat(deadLetters.awaitRecord(record -> poison.toString().equals(record.key())))
                    .isNotNull();
        }
    }

    private UUID askToLeave(String token) {
        UUID request = Ids.next();
        notifications.publish(Ids.next(), new UnsubscribeRequested(request, token, TestClock.now()));
        return request;
    }

    private void bounce(Kind kind, Instant at) {
        notifications.publish(Ids.next(), new MailBounced(reader.id(), kind, null, null, at));
    }

    private String stateOf(TestReader whom) {
        return database()
                .texts("SELECT state FROM subscriber WHERE email = ?", whom.email())
                .get(0);
    }
}
