package dev.broadsheet.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import dev.broadsheet.localstack.client.Inbox;
import dev.broadsheet.localstack.client.Outage;
import dev.broadsheet.localstack.client.ReceivedMail;
import dev.broadsheet.outbox.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfirmationMailTest {

    private final OtherServices others = new OtherServices();
    private final Inbox inbox = Inbox.ofTestStack();
    private final String address = "reader-" + Ids.next() + "@example.com";

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void whoSignsUpIsAskedToConfirm() {
        SubscriptionCreated signUp = others.signUp(address, "markets");

        ReceivedMail mail = inbox.awaitMailTo(address);

        String link =
                "http://localhost:8080/confirm?token=" + signUp.confirmation().token();
        assertThat(mail.subject()).isEqualTo("Please confirm your sign-up");
        assertThat(mail.text()).contains(link, "markets");
        assertThat(mail.html()).contains(link, "markets");
        assertThat(mail.header("Auto-Submitted")).contains("auto-generated");
        assertThat(mail.summary().messageId()).contains(signUp.subscriptionId().toString());
    }

    @Test
    void aRepeatedSignUpEventIsOneMail() {
        SubscriptionCreated signUp = others.signUp(address, "markets");
        others.publish(signUp);
        others.signUp(address, "world");

        assertThat(inbox.awaitMailsTo(address, 2)).hasSize(2);
    }

    @Test
    void addressAndTokenAreForgottenWhenTheMailIsHandedOver() {
        SubscriptionCreated signUp = others.signUp(address, "markets");
        inbox.awaitMailTo(address);

        await().until(() -> Ledger.count(
                        "SELECT count(*) FROM confirmation_mail"
                                + " WHERE id = ? AND state = 'SENT' AND email IS NULL AND content IS NULL",
                        signUp.subscriptionId())
                == 1);
    }

    @Test
    void aRelayThatIsDownDelaysTheMailAndLosesNone() {
        try (Outage outage = Outage.ofMail()) {
            SubscriptionCreated signUp = others.signUp(address, "markets");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Ledger.count(
                                    "SELECT count(*) FROM confirmation_mail WHERE id = ? AND state = 'RETRY'",
                                    signUp.subscriptionId())
                            == 1);
        }

        assertThat(inbox.awaitMailsTo(address, 1)).hasSize(1);
    }

    @Test
    void aDatabaseThatIsDownDelaysTheMailAndLosesNone() {
        try (Outage outage = Outage.ofPostgres()) {
            others.signUp(address, "markets");
        }

        assertThat(inbox.awaitMailsTo(address, 1)).hasSize(1);
        assertThat(new DeadLetters("subscriptions").holding(address)).isZero();
    }
}
