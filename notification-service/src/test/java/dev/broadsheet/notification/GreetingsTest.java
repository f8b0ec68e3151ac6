package dev.broadsheet.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.subscription.SubscriberErased;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled.Reason;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.localstack.client.Inbox;
import dev.broadsheet.localstack.client.Outage;
import dev.broadsheet.localstack.client.ReceivedMail;
import dev.broadsheet.outbox.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Mails to readers who have just come, and to readers who have just gone. */
@QuarkusTest
class GreetingsTest {

    private static final String SITE = "http://localhost:8080";

    private final OtherServices others = new OtherServices();
    private final Inbox inbox = Inbox.ofTestStack();
    private final UUID subscriber = Ids.next();
    private final String address = "reader-" + subscriber + "@example.com";
    private String newsletter;
    private String second;

    @BeforeEach
    void foundNewsletters() {
        newsletter = others.newNewsletter();
        second = others.newNewsletter();
        await().until(() ->
                Ledger.count("SELECT count(*) FROM newsletter WHERE slug IN (?, ?)", newsletter, second) == 2);
        Ledger.execute(
                "UPDATE newsletter SET send_time = '07:00', zone = 'America/New_York' WHERE slug IN (?, ?)",
                newsletter,
                second);
    }

    @AfterEach
    void close() {
        others.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, en, Welcome to, every day at 7:00, Manage your preferences",
        "es, es, Te damos la bienvenida a, cada día a las 7:00, Gestionar tus preferencias"
    })
    void whoConfirmsIsToldWhatComesWhenAndWhatHasJustBeen(
            String locale, String language, String subject, String when, String button) {
        others.publishArticle("Just before", true, newsletter);
        Ledger.awaitEditionSent(newsletter);
        String edition = Ledger.string("SELECT id FROM edition WHERE newsletter = ?", newsletter);

        others.confirmByClick(subscriber, address, locale, newsletter);

        ReceivedMail mail = inbox.awaitMailTo(address);
        assertThat(mail.subject()).isEqualTo(subject + " The " + newsletter);
        assertThat(mail.text())
                .contains("- The " + newsletter + ": " + when, "(America/New_York)")
                .contains("- Just before: " + SITE + "/editions/" + edition)
                .contains(SITE + "/preferences?token=preferences-" + subscriber);
        assertThat(mail.html())
                .contains("<html lang=\"" + language + "\">", ">" + button + "</a>")
                .contains("href=\"" + SITE + "/editions/" + edition + "\"", ">Just before</a>");
        assertThat(mail.header("List-Unsubscribe"))
                .hasValueSatisfying(ways -> assertThat(ways)
                        .startsWith("<" + SITE + "/api/v1/unsubscribe/unsubscribe-" + newsletter + ">"));
        assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
        assertThat(mail.header("Auto-Submitted")).contains("auto-generated");
        assertThat(mail.summary().messageId()).endsWith(".welcome@broadsheet.example");
    }

    @Test
    void whoConfirmsSeveralIsWelcomedOnceAndOnlyToWhatIsNew() {
        SubscriptionConfirmed confirmed = others.confirmByClick(subscriber, address, "en", newsletter, second);
        ReceivedMail first = inbox.awaitMailTo(address);
        UUID again = Ids.next();
        others.publish(confirmed, again);
        String third = others.newNewsletter();
        others.confirmByClick(subscriber, address, "en", newsletter, third);

        ReceivedMail next = inbox.awaitMailTo(
                address, mail -> !mail.messageId().equals(first.summary().messageId()));
        assertThat(first.text()).contains("- The " + newsletter + ":", "- The " + second + ":");
        assertThat(first.header("List-Unsubscribe")).isEmpty();
        assertThat(next.text()).contains(third).doesNotContain(newsletter);
        assertThat(mailsOrdered("WELCOME")).isEqualTo(2);
    }

    @Test
    void whoWasImportedOrConfirmedLongAgoOrPausesIsNotWelcomed() {
        UUID imported = Ids.next();
        UUID old = Ids.next();
        UUID paused = Ids.next();
        others.publish(OtherServices.confirmed(subscriber, address, newsletter, Instant.now()), imported);
        others.publish(
                new SubscriptionConfirmed(
                        subscriber,
                        address,
                        OtherServices.confirmed(subscriber, address, second, Instant.now())
                                .newsletters(),
                        "preferences-" + subscriber,
                        Instant.now().minus(Duration.ofHours(25)),
                        "en",
                        null),
                old);
        others.change(subscriber, address, Instant.now().plus(Duration.ofDays(1)));
        others.publish(
                new SubscriptionConfirmed(
                        subscriber,
                        address,
                        OtherServices.confirmed(subscriber, address, others.newNewsletter(), Instant.now())
                                .newsletters(),
                        "preferences-" + subscriber,
                        Instant.now(),
                        "en",
                        null),
                paused);

        Ledger.awaitHandled(imported);
        Ledger.awaitHandled(old);
        Ledger.awaitHandled(paused);
        assertThat(mailsOrdered("WELCOME")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "ONE_CLICK, en, You have unsubscribed, See all newsletters",
        "PREFERENCES, es-MX, Te has dado de baja, Ver todos los boletines"
    })
    void whoLeavesIsToldWhatTheyHaveLeft(Reason reason, String locale, String subject, String button) {
        others.confirmByClick(subscriber, address, locale, newsletter, second);
        inbox.awaitMailTo(address);

        others.cancel(subscriber, reason, newsletter, "never-had");

        ReceivedMail some = inbox.awaitMailTo(address, mail -> mail.subject().equals(subject));
        assertThat(some.text())
                .contains(
                        "- The " + newsletter,
                        SITE + "/subscribe",
                        SITE + "/preferences?token=preferences-" + subscriber)
                .doesNotContain(second, "never-had");
        assertThat(some.html()).contains(">" + button + "</a>", "href=\"" + SITE + "/subscribe\"");
        assertThat(some.header("List-Unsubscribe")).isEmpty();
        assertThat(some.header("Auto-Submitted")).contains("auto-generated");
        assertThat(some.summary().messageId()).endsWith(".goodbye@broadsheet.example");

        others.cancel(subscriber, reason, second);

        ReceivedMail last = inbox.awaitMailTo(
                address,
                mail -> mail.subject().equals(subject)
                        && !mail.messageId().equals(some.summary().messageId()));
        assertThat(last.text()).contains("- The " + second).doesNotContain(newsletter, "/preferences");
        await().until(() -> Ledger.tablesHolding(address).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"BOUNCED", "COMPLAINED", "ERASED"})
    void whoDidNotDecideToLeaveHearsNoMore(Reason reason) {
        others.publish(OtherServices.confirmed(subscriber, address, newsletter, Instant.now()));

        Ledger.awaitHandled(others.cancel(subscriber, reason, newsletter));

        assertThat(mailsOrdered("GOODBYE")).isZero();
    }

    @Test
    void whoPausesOrIsUnknownHearsNoGoodbyeEither() {
        others.publish(OtherServices.confirmed(subscriber, address, newsletter, Instant.now()));
        others.change(subscriber, address, Instant.now().plus(Duration.ofDays(1)));

        Ledger.awaitHandled(others.cancel(subscriber, Reason.ONE_CLICK, newsletter));
        Ledger.awaitHandled(others.cancel(subscriber, Reason.ONE_CLICK, newsletter));

        assertThat(mailsOrdered("GOODBYE")).isZero();
        Ledger.awaitMembers(newsletter, 0);
    }

    @Test
    void whoLeavesAtOnceIsNotWelcomedAndWhoIsErasedHearsNothing() {
        try (Outage outage = Outage.ofMail()) {
            others.confirmByClick(subscriber, address, "en", newsletter);
            others.confirmByClick(subscriber, address, "en", second);
            await().until(() -> mailsOrdered("WELCOME") == 2);

            Ledger.awaitHandled(others.cancel(subscriber, Reason.ONE_CLICK, newsletter));
            assertThat(mailsOrdered("WELCOME")).isEqualTo(1);
            assertThat(mailsOrdered("GOODBYE")).isEqualTo(1);

            UUID erasure = Ids.next();
            others.publish(new SubscriberErased(subscriber, Instant.now()), erasure);
            Ledger.awaitHandled(erasure);
            assertThat(Ledger.count("SELECT count(*) FROM reader_mail WHERE subscriber_id = ?", subscriber))
                    .isZero();
        }
    }

    private long mailsOrdered(String kind) {
        return Ledger.count("SELECT count(*) FROM reader_mail WHERE subscriber_id = ? AND kind = ?", subscriber, kind);
    }
}
