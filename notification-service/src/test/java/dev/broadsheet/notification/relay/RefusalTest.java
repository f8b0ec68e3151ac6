package dev.broadsheet.notification.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.notification.relay.Outcome.Result;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a relay's refusal means for the mail, wherever it is said. */
class RefusalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // step | answer                                | result   | status | failure
                "MAIL    | 451 try again                           | DEFERRED | -      | SMTP 451",
                "MAIL    | 451 4.3.0 try again                     | DEFERRED | 4.3.0  | SMTP 451",
                "MAIL    | 550 no                                  | REFUSED  | -      | SMTP 550",
                "MAIL    | 552 5.3.4 too big                       | REFUSED  | 5.3.4  | SMTP 552",
                "MAIL    | 550 5.1.8 who are you?                  | DEFERRED | 5.1.8  | SMTP 550",
                "MAIL    | 530 5.7.0 log in first                  | DEFERRED | 5.7.0  | SMTP 530",
                "MAIL    | 530 log in first                        | DEFERRED | -      | SMTP 530",
                "MAIL    | 503 bad sequence                        | DEFERRED | -      | SMTP 503",
                "RCPT    | 450 4.2.1 <r@example.com> busy          | DEFERRED | 4.2.1  | SMTP 450",
                "RCPT    | 452 mailbox full                        | DEFERRED | -      | SMTP 452",
                "RCPT    | 550 <r@example.com> unknown             | REFUSED  | -      | SMTP 550",
                "RCPT    | 550 5.1.1 <r@example.com> unknown       | REFUSED  | 5.1.1  | SMTP 550",
                "RCPT    | 550-5.1.1 long story / 550 5.1.1 <r@example.com> | REFUSED | 5.1.1 | SMTP 550",
                "RCPT    | 552 5.2.2 mailbox full                  | REFUSED  | 5.2.2  | SMTP 552",
                "RCPT    | 554 5.7.1 relay access denied           | DEFERRED | 5.7.1  | SMTP 554",
                "RCPT    | 550 4.2.2 they disagree                 | DEFERRED | 4.2.2  | SMTP 550",
                "RCPT    | 450 5.1.1 they disagree                 | DEFERRED | 5.1.1  | SMTP 450",
                "DATA    | 451 4.7.1 greylisted                    | DEFERRED | 4.7.1  | SMTP 451",
                "DATA    | 554 no                                  | REFUSED  | -      | SMTP 554",
                "DATA    | 554 5.3.0 broken                        | DEFERRED | 5.3.0  | SMTP 554",
                "CONTENT | 452 4.3.1 disk full                     | DEFERRED | 4.3.1  | SMTP 452",
                "CONTENT | 554 5.6.0 what is this?                 | REFUSED  | 5.6.0  | SMTP 554",
                "CONTENT | 554 5.7.1 spam                          | REFUSED  | 5.7.1  | SMTP 554",
                "CONTENT | 550 no                                  | REFUSED  | -      | SMTP 550"
            })
    void aRefusalIsOfItsMailOnly(String step, String answer, Result result, String status, String failure) {
        for (String offers : new String[] {"PIPELINING", "8BITMIME"}) {
            ScriptedRelay.Script script = onTheFirstMail(step, answer.replace(" / ", "\r\n"));
            try (ScriptedRelay relay = ScriptedRelay.offering(offers, script);
                    TestRelays relays = TestRelays.to(relay, "relays.main.max-connections=1")) {
                assertThat(relays.handOver("r@example.com")).isEqualTo(new Outcome(result, status, failure));
                assertThat(relays.handOver("next@example.com")).isEqualTo(Outcome.TAKEN);

                assertThat(relay.connections()).isEqualTo(1);
                assertThat(relay.mails())
                        .extracting(ScriptedRelay.Mail::recipient)
                        .containsExactly("next@example.com");
            }
        }
    }

    /** Until the end of the first mail. */
    private static ScriptedRelay.Script onTheFirstMail(String step, String answer) {
        AtomicInteger mails = new AtomicInteger();
        return (command, connection) -> {
            if (command.startsWith("EHLO")) {
                mails.set(0);
            }
            boolean first = mails.get() == 0;
            if (command.startsWith("RSET") || command.startsWith("CONTENT")) {
                mails.incrementAndGet();
            }
            return first && command.startsWith(step) ? answer : null;
        };
    }

    @Test
    void aRelayThatWantsTheContentOfARefusedMailGetsNone() {
        ScriptedRelay.Script careless = (command, connection) -> switch (command.substring(0, 4)) {
            case "RCPT" -> command.contains("gone") ? "550 5.1.1 gone" : null;
            case "DATA" -> "354 go on";
            default -> null;
        };
        try (ScriptedRelay relay = ScriptedRelay.saying(careless);
                TestRelays relays = TestRelays.to(relay, "relays.main.max-connections=1")) {
            assertThat(relays.handOver("gone@example.com").result()).isEqualTo(Result.REFUSED);
            assertThat(relays.handOver("here@example.com")).isEqualTo(Outcome.TAKEN);

            assertThat(relay.mails().get(0).content()).isEmpty();
            assertThat(relay.mails().get(1).recipient()).isEqualTo("here@example.com");
        }
    }

    @ParameterizedTest
    @CsvSource({"PIPELINING", "8BITMIME"})
    void refusalsAmongManyHitWhomTheyAreMeantFor(String offers) {
        ScriptedRelay.Script script = (command, connection) -> command.startsWith("RCPT") && command.contains("7@")
                ? "550 5.1.1 gone"
                : command.startsWith("CONTENT") && command.contains("4@") ? "451 4.7.1 later" : null;
        try (ScriptedRelay relay = ScriptedRelay.offering(offers, script);
                TestRelays relays = TestRelays.to(relay, "relays.main.max-connections=2")) {
            var handOvers = relays.beginAll(200, TestRelays.EDITION);
            for (int i = 0; i < 200; i++) {
                Result expected = i % 10 == 7 ? Result.REFUSED : i % 10 == 4 ? Result.DEFERRED : Result.TAKEN;
                assertThat(TestRelays.outcomeOf(handOvers.get(i)).result()).isEqualTo(expected);
            }
        }
    }
}
