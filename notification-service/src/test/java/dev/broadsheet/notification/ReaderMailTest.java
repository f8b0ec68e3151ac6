package dev.broadsheet.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.subscription.AddressChangeRequested;
import dev.broadsheet.contracts.subscription.PreferencesLinkRequested;
import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import dev.broadsheet.localstack.client.Inbox;
import dev.broadsheet.localstack.client.Outage;
import dev.broadsheet.localstack.client.ReceivedMail;
import dev.broadsheet.outbox.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReaderMailTest {

    private static final String SITE = "http://localhost:8080";

    private final OtherServices others = new OtherServices();
    private final Inbox inbox = Inbox.ofTestStack();
    private final String address = "reader-" + Ids.next() + "@example.com";

    @AfterEach
    void close() {
        others.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, en, Please confirm your sign-up, Confirm, The link works until",
        "es-MX, es, Confirma tu suscripción, Confirmar, El enlace funciona hasta el",
        "zh-Hant-TW, en, Please confirm your sign-up, Confirm, The link works until"
    })
    void whoSignsUpIsAskedToConfirm(String locale, String language, String subject, String button, String until) {
        SubscriptionCreated signUp = others.signUp(address, "markets", locale);

        ReceivedMail mail = inbox.awaitMailTo(address);

        String link = SITE + "/confirm?token=" + signUp.confirmation().token();
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text()).contains(link, "- markets", until);
        assertThat(mail.html())
                .contains("href=\"" + link + "\"", "<li>markets</li>", ">" + button + "</a>", until)
                .contains("<html lang=\"" + language + "\">");
        assertIsOfOurs(mail, signUp.subscriptionId() + ".confirmation");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Your link to your preferences, Open my preferences",
        "es-AR, Tu enlace a tus preferencias, Abrir mis preferencias"
    })
    void whoAsksForTheirPreferencesGetsALink(String locale, String subject, String button) {
        PreferencesLinkRequested requested = others.askForPreferences(
                Ids.next(), address, locale, Instant.now().plus(Duration.ofDays(1)));

        ReceivedMail mail = inbox.awaitMailTo(address);

        String link = SITE + "/preferences?token=" + requested.link().token();
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text()).contains(link);
        assertThat(mail.html())
                .contains("href=\"" + link + "\"", ">" + button + "</a>")
                .doesNotContain("<ul>");
        assertIsOfOurs(mail, requested.requestId() + ".preferences-link");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Please confirm that your mail is to move, Move my mail, Please confirm that mail may come here, Send it here",
        "es, Confirma que tu correo debe cambiar de dirección, Cambiar mi dirección,"
                + " Confirma que el correo puede llegar aquí, Recibirlo aquí"
    })
    void whoWantsToMoveIsAskedAtBothMailboxesAndNeitherLearnsOfTheOther(
            String locale, String subjectAtOld, String buttonAtOld, String subjectAtNew, String buttonAtNew) {
        String wanted = "moved-" + Ids.next() + "@example.com";
        AddressChangeRequested requested = others.askToMove(Ids.next(), address, wanted, locale);

        ReceivedMail atOld = inbox.awaitMailTo(address);
        ReceivedMail atNew = inbox.awaitMailTo(wanted);

        assertAsks(atOld, subjectAtOld, buttonAtOld, requested.current().token());
        assertAsks(atNew, subjectAtNew, buttonAtNew, requested.wanted().token());
        assertSaysNothingOf(atOld, wanted, requested.wanted().token());
        assertSaysNothingOf(atNew, address, requested.current().token());
        assertIsOfOurs(atOld, requested.changeId() + ".address-current");
        assertIsOfOurs(atNew, requested.changeId() + ".address-wanted");
    }

    @Test
    void aRepeatedRequestIsOneMail() {
        String wanted = "moved-" + Ids.next() + "@example.com";
        SubscriptionCreated signUp = others.signUp(address, "markets");
        others.publish(signUp);
        PreferencesLinkRequested link = others.askForPreferences(
                signUp.subscriberId(), address, "en", Instant.now().plus(Duration.ofDays(1)));
        others.publish(link);
        AddressChangeRequested move = others.askToMove(signUp.subscriberId(), address, wanted, "en");
        others.publish(move);
        others.publish(new SubscriptionCreated(
                Ids.next(),
                signUp.subscriberId(),
                address,
                signUp.newsletters(),
                "es",
                null,
                signUp.source(),
                signUp.confirmation(),
                Instant.now()));

        inbox.awaitMailTo(address, mail -> mail.subject().equals("Confirma tu suscripción"));
        assertThat(inbox.awaitMailsTo(address, 4)).hasSize(4);
        assertThat(inbox.awaitMailsTo(wanted, 1)).hasSize(1);
    }

    @Test
    void addressAndTokenAreForgottenWhenTheMailIsHandedOver() {
        String wanted = "moved-" + Ids.next() + "@example.com";
        AddressChangeRequested requested = others.askToMove(Ids.next(), address, wanted, "en");

        await().until(() ->
                Ledger.count("SELECT count(*) FROM reader_mail WHERE id = ? AND state = 'SENT'", requested.changeId())
                        == 2);

        assertThat(Ledger.tablesHolding(
                        address,
                        wanted,
                        requested.current().token(),
                        requested.wanted().token()))
                .isEmpty();
    }

    @Test
    void aLinkThatWorksNoLongerIsNotMailed() {
        PreferencesLinkRequested tooLate = others.askForPreferences(
                Ids.next(), address, "en", Instant.now().minusSeconds(1));

        await().until(() -> Ledger.count(
                        "SELECT count(*) FROM reader_mail"
                                + " WHERE id = ? AND state = 'EXPIRED' AND email IS NULL AND token IS NULL",
                        tooLate.requestId())
                == 1);
        assertThat(inbox.messagesTo(address)).isEmpty();
    }

    @Test
    void aRelayThatIsDownDelaysTheMailAndLosesNone() {
        try (Outage outage = Outage.ofMail()) {
            SubscriptionCreated signUp = others.signUp(address, "markets");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Ledger.count(
                                    "SELECT count(*) FROM reader_mail WHERE id = ?"
                                            + " AND (state = 'RETRY' OR (state = 'PENDING' AND due_at > now()))",
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

    private static void assertAsks(ReceivedMail mail, String subject, String button, String token) {
        String link = SITE + "/preferences/address?token=" + token;
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text()).contains(link);
        assertThat(mail.html()).contains("href=\"" + link + "\"", ">" + button + "</a>");
    }

    private static void assertSaysNothingOf(ReceivedMail mail, String... secrets) {
        assertThat(mail.text() + mail.html() + mail.subject() + mail.headers()).doesNotContain(secrets);
    }

    private static void assertIsOfOurs(ReceivedMail mail, String id) {
        assertThat(mail.summary().messageId()).isEqualTo(id + "@broadsheet.example");
        assertThat(mail.header("Auto-Submitted")).contains("auto-generated");
        assertThat(mail.summary().from().address()).isEqualTo("hello@broadsheet.example");
    }
}
