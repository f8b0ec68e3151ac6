package dev.broadsheet.notification.relay;

import static dev.broadsheet.notification.relay.ScriptedRelay.LATER;
import static dev.broadsheet.notification.relay.TestRelays.outcomeOf;
import static dev.broadsheet.notification.relay.TestRelays.outcomesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.notification.relay.Outcome.Result;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to a relay that behaves. */
class DialogueTest {

    @Test
    void senderRecipientAndDataAreOneWrite() {
        // Whoever waited for the answer to MAIL would wait forever.
        ScriptedRelay.Script slow = (command, connection) -> switch (command.substring(0, 4)) {
            case "MAIL", "RCPT" -> LATER + "250 ok";
            default -> null;
        };
        try (ScriptedRelay relay = ScriptedRelay.saying(slow);
                TestRelays relays = TestRelays.to(relay)) {
            assertThat(relays.handOver("a@example.com")).isEqualTo(Outcome.TAKEN);

            assertThat(relay.mails()).singleElement().satisfies(mail -> {
                assertThat(mail.sender()).isEqualTo("bounces@news.example");
                assertThat(mail.recipient()).isEqualTo("a@example.com");
            });
        }
    }

    @Test
    void theNextMailIsWrittenBehindTheContentOfTheOneBefore() {
        // Each content but the last is answered only when the next MAIL is there.
        ScriptedRelay.Script script = (command, connection) ->
                command.startsWith("CONTENT") && !command.contains("reader-9@") ? LATER + "250 taken" : null;
        try (ScriptedRelay relay = ScriptedRelay.saying(script);
                TestRelays relays = TestRelays.to(relay, "relays.main.max-connections=1")) {
            assertThat(outcomesOf(relays.beginAll(10, TestRelays.EDITION))).containsOnly(Outcome.TAKEN);

            assertThat(relay.connections()).isEqualTo(1);
            assertThat(relay.mails()).hasSize(10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIPELINING", "8BITMIME"})
    void manyMailsShareFewConnections(String offers) {
        try (ScriptedRelay relay = ScriptedRelay.offering(offers, (command, connection) -> null);
                TestRelays relays = TestRelays.to(relay, "relays.main.max-connections=4")) {
            assertThat(outcomesOf(relays.beginAll(500, TestRelays.EDITION))).containsOnly(Outcome.TAKEN);

            assertThat(relay.mails())
                    .extracting(ScriptedRelay.Mail::recipient)
                    .doesNotHaveDuplicates()
                    .hasSize(500);
            // One is kept for mails that are no edition.
            assertThat(relay.connections()).isEqualTo(3);
        }
    }

    @Test
    void whoKnowsNoEhloIsGreetedWithHeloAndTakesMailStepByStep() {
        ScriptedRelay.Script script = (command, connection) -> command.startsWith("EHLO") ? "502 what?" : null;
        try (ScriptedRelay relay = ScriptedRelay.saying(script);
                TestRelays relays = TestRelays.to(relay, "hand-over.own-name=desk.news.example")) {
            assertThat(relays.handOver("a@example.com")).isEqualTo(Outcome.TAKEN);
            assertThat(relay.commands())
                    .startsWith(
                            "EHLO desk.news.example",
                            "HELO desk.news.example",
                            "MAIL FROM:<bounces@news.example>",
                            "RCPT TO:<a@example.com>",
                            "DATA");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: a\r\n\r\n.\r\n",
                ".\r\n.\r\n..\r\n",
                "Subject: a\r\n\r\nx.\r\n.x\r\n...\r\n",
                "Subject: a\r\n\r\n.\r\n\r\n",
                "\r\n"
            })
    void dotsComeThroughAsTheyWere(String content) {
        try (ScriptedRelay relay = ScriptedRelay.polite();
                TestRelays relays = TestRelays.to(relay)) {
            relays.handOver(message("a@example.com", content.getBytes(StandardCharsets.US_ASCII)));

            assertThat(relay.mails())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.content())
                            .asString(StandardCharsets.US_ASCII)
                            .isEqualTo(content));
        }
    }

    @Test
    void longMailsComeThroughToTheByte() {
        byte[] content = longContent(5_000_000);
        try (ScriptedRelay relay = ScriptedRelay.polite();
                TestRelays relays = TestRelays.to(relay)) {
            assertThat(relays.handOver(message("a@example.com", content))).isEqualTo(Outcome.TAKEN);
            assertThat(relays.handOver(message("b@example.com", content))).isEqualTo(Outcome.TAKEN);

            assertThat(relay.mails())
                    .hasSize(2)
                    .allSatisfy(mail -> assertThat(mail.content()).isEqualTo(content));
        }
    }

    @Test
    void anOpenLastLineIsClosed() {
        try (ScriptedRelay relay = ScriptedRelay.polite();
                TestRelays relays = TestRelays.to(relay)) {
            relays.handOver(message("a@example.com", "Subject: a\r\n\r\nend".getBytes(StandardCharsets.US_ASCII)));

            assertThat(relay.mails())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.content())
                            .asString(StandardCharsets.US_ASCII)
                            .endsWith("end\r\n"));
        }
    }

    @Test
    void anInternationalMailboxNeedsARelayThatTakesThem() {
        String address = "jos\u00e9@ex\u00e4mple.com";
        try (ScriptedRelay without = ScriptedRelay.polite();
                ScriptedRelay with = ScriptedRelay.offering("PIPELINING SMTPUTF8", (command, connection) -> null);
                TestRelays toOneWithout = TestRelays.to(without);
                TestRelays toOneWith = TestRelays.to(with)) {
            assertThat(toOneWithout.handOver(address)).isEqualTo(new Outcome(Result.REFUSED, null, "no SMTPUTF8"));
            assertThat(toOneWith.handOver(address)).isEqualTo(Outcome.TAKEN);
            assertThat(with.commands())
                    .contains(
                            "MAIL FROM:<bounces@news.example> BODY=8BITMIME SMTPUTF8",
                            "RCPT TO:<jos\u00e9@xn--exmple-cua.com>");
            assertThat(toOneWithout.handOver("a@ex\u00e4mple.com")).isEqualTo(Outcome.TAKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.com>\r\nRCPT TO:<b@example.com",
                "a b@example.com",
                "a<b>@example.com",
                "nobody",
                "@example.com"
            })
    void whatCannotBeSaidInSmtpIsRefusedUnsaid(String address) {
        try (ScriptedRelay relay = ScriptedRelay.polite();
                TestRelays relays = TestRelays.to(relay)) {
            Outcome outcome = relays.handOver(address);

            assertThat(outcome.result()).isEqualTo(Result.REFUSED);
            assertThat(outcome.failure()).doesNotContain(address);
            assertThat(relay.commands()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "none"})
    void anIdleConnectionIsClosedPolitelyWhateverCameBefore(String refused) {
        ScriptedRelay.Script script =
                (command, connection) -> connection == 1 && command.startsWith(refused) ? "550 no" : null;
        try (ScriptedRelay relay = ScriptedRelay.saying(script);
                TestRelays relays = TestRelays.to(relay, "hand-over.idle-timeout=200ms")) {
            relays.handOver("a@example.com");

            await().until(() -> relay.openConnections() == 0);
            assertThat(relay.commands()).contains("QUIT");
            assertThat(relays.handOver("b@example.com")).isEqualTo(Outcome.TAKEN);
        }
    }

    @Test
    void aStopWaitsForMailsUnderWayAndBeginsNothing() throws InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        ScriptedRelay.Script slow = (command, connection) -> command.startsWith("CONTENT") ? waitFor(released) : null;
        try (ScriptedRelay relay = ScriptedRelay.offering("8BITMIME", slow);
                TestRelays relays = TestRelays.to(relay, "relays.main.max-connections=1")) {
            CompletableFuture<Outcome> underWay = relays.begin("a@example.com");
            CompletableFuture<Outcome> waiting = relays.begin("b@example.com");
            await().until(() -> relay.commands().contains("DATA"));

            CompletableFuture<Void> stop = CompletableFuture.runAsync(relays::close);

            assertThat(outcomeOf(waiting).result()).isEqualTo(Result.NOT_BEGUN);
            assertThat(relays.handOver("c@example.com").result()).isEqualTo(Result.NOT_BEGUN);
            assertThat(underWay).isNotDone();
            released.countDown();
            assertThat(outcomeOf(underWay)).isEqualTo(Outcome.TAKEN);
            stop.join();
            assertThat(relays.handOver("d@example.com").result()).isEqualTo(Result.NOT_BEGUN);
            assertThat(relay.commands()).contains("QUIT");
        }
    }

    private static String waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Message message(String recipient, byte[] content) {
        return new Message("bounces@news.example", recipient, content);
    }

    private static byte[] longContent(int size) {
        Random random = new Random(5);
        byte[] content = new byte[size];
        for (int i = 0; i < size; i += 2) {
            boolean lineBreak = random.nextInt(30) == 0 || i >= size - 2;
            content[i] = (byte) (lineBreak ? '\r' : "abc.. ".charAt(random.nextInt(6)));
            content[i + 1] = (byte) (lineBreak ? '\n' : "abc.. ".charAt(random.nextInt(6)));
        }
        return content;
    }
}
