package dev.broadsheet.notification.relay;

import static dev.broadsheet.notification.relay.ScriptedRelay.HANG_UP;
import static dev.broadsheet.notification.relay.ScriptedRelay.SILENCE;
import static dev.broadsheet.notification.relay.TestRelays.outcomesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.notification.relay.Outcome.Result;
import dev.broadsheet.notification.relay.ScriptedRelay.Script;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Relays that break off, hang, or make no sense. */
class BrokenRelayTest {

    private static Script on(String step, String answer) {
        return (command, connection) -> command.startsWith(step) ? answer : null;
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, hang up, DEFERRED",
        "CONNECT, 421 4.3.2 not now, DEFERRED",
        "CONNECT, 554 5.3.2 no service, DEFERRED",
        "CONNECT, HTTP/1.1 400 Bad Request, DEFERRED",
        "EHLO, hang up, DEFERRED",
        "EHLO, 421 not now, DEFERRED",
        "MAIL, hang up, DEFERRED",
        "MAIL, 421 4.7.0 too many, DEFERRED",
        "MAIL, 354 what?, DEFERRED",
        "MAIL, blah, DEFERRED",
        "RCPT, hang up, DEFERRED",
        "RCPT, 421 closing, DEFERRED",
        "DATA, hang up, DEFERRED",
        "DATA, 421 closing, DEFERRED",
        "DATA, 250 what?, DEFERRED",
        "CONTENT, 421 closing, DEFERRED",
        "CONTENT, hang up, UNKNOWN",
        "CONTENT, blah, UNKNOWN",
        "CONTENT, 354 what?, UNKNOWN"
    })
    void whoMayHaveTheMailIsUnknownOnlyWhenItWentOutWhole(String step, String answer, Result result) {
        for (String offers : List.of("PIPELINING", "8BITMIME")) {
            try (ScriptedRelay relay = ScriptedRelay.offering(offers, on(step, answer));
                    TestRelays relays = TestRelays.to(relay)) {
                assertThat(relays.handOver("a@example.com").result()).isEqualTo(result);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, DEFERRED",
        "EHLO, DEFERRED",
        "MAIL, DEFERRED",
        "RCPT, DEFERRED",
        "DATA, DEFERRED",
        "CONTENT, UNKNOWN"
    })
    void aHangEnds(String step, Result result) {
        try (ScriptedRelay relay = ScriptedRelay.saying(on(step, SILENCE));
                TestRelays relays = TestRelays.to(relay, "hand-over.answer-timeout=300ms", "hand-over.limit=600ms")) {
            assertThat(relays.handOver("a@example.com").result()).isEqualTo(result);
            await().until(() -> relay.openConnections() == 0);
        }
    }

    /** It goes on taking bytes into its buffers, and reads none of them. */
    @Test
    void aRelayThatReadsNoLongerHasNotTheWholeMail() {
        try (DeafRelay relay = new DeafRelay();
                TestRelays relays = TestRelays.with(Map.of("main", relay.port()), "hand-over.limit=1s")) {
            byte[] content = "a line of a mail that is longer than all buffers on the way\r\n"
                    .repeat(500_000)
                    .getBytes(StandardCharsets.US_ASCII);
            assertThat(relays.handOver(DialogueTest.message("a@example.com", content))
                            .result())
                    .isEqualTo(Result.DEFERRED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIPELINING", "8BITMIME"})
    void aConnectionThatBreaksFailsTheMailOnItAndNoOther(String offers) {
        Script rude = (command, connection) ->
                command.startsWith("CONTENT") && command.contains("reader-10@") ? HANG_UP : null;
        try (ScriptedRelay relay = ScriptedRelay.offering(offers, rude);
                TestRelays relays = TestRelays.to(relay, "relays.main.max-connections=2")) {
            List<CompletableFuture<Outcome>> handOvers = relays.beginAll(40, TestRelays.EDITION);

            assertThat(outcomesOf(handOvers)).filteredOn(Outcome.TAKEN::equals).hasSize(39);
            assertThat(TestRelays.outcomeOf(handOvers.get(10)).result()).isEqualTo(Result.UNKNOWN);
            assertThat(relay.mails()).hasSize(39);
        }
    }

    @Test
    void aConnectionThatTheRelayClosedWhileItWasIdleCostsNoMail() {
        try (ScriptedRelay relay = ScriptedRelay.polite();
                TestRelays relays = TestRelays.to(relay)) {
            for (int i = 0; i < 20; i++) {
                assertThat(relays.handOver("a@example.com")).isEqualTo(Outcome.TAKEN);
                relay.hangUpOnAll();
            }
        }
    }

    @Test
    void aMailWhoseTurnDoesNotComeInTimeIsGivenBackUnseen() {
        Script slow = (command, connection) -> command.startsWith("CONTENT") ? SILENCE : null;
        try (ScriptedRelay relay = ScriptedRelay.offering("8BITMIME", slow);
                TestRelays relays = TestRelays.to(
                        relay, "relays.main.max-connections=1", "hand-over.begin-within=200ms", "hand-over.limit=2s")) {
            List<CompletableFuture<Outcome>> handOvers = relays.beginAll(5, TestRelays.EDITION);

            assertThat(outcomesOf(handOvers.subList(1, 5)))
                    .extracting(Outcome::result)
                    .containsOnly(Result.NOT_BEGUN);
            assertThat(handOvers.get(0)).isNotDone();
            assertThat(relay.commands())
                    .filteredOn(command -> command.startsWith("MAIL"))
                    .hasSize(1);
            assertThat(TestRelays.outcomeOf(handOvers.get(0)).result()).isEqualTo(Result.UNKNOWN);
        }
    }

    @Test
    void noAnswerOfARelayIsRepeated() {
        try (ScriptedRelay relay = ScriptedRelay.saying(on("RCPT", "550 5.1.1 <secret@example.com> is gone"));
                TestRelays relays = TestRelays.to(relay)) {
            assertThat(relays.handOver("secret@example.com").toString()).doesNotContain("secret", "gone");
        }
    }
}
