package dev.broadsheet.notification.relay;

import static dev.broadsheet.notification.relay.TestRelays.outcomesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.notification.relay.Outcome.Result;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights, fail-over, and relays that go down and come back. */
class ManyRelaysTest {

    @Test
    void mailsAreSharedByWeight() {
        try (ScriptedRelay large = ScriptedRelay.polite();
                ScriptedRelay small = ScriptedRelay.polite();
                ScriptedRelay none = ScriptedRelay.polite();
                TestRelays relays = TestRelays.with(
                        Map.of("large", large.port(), "small", small.port(), "none", none.port()),
                        "relays.large.weight=3",
                        "relays.none.weight=0")) {
            assertThat(relays.handOverEach(40)).containsOnly(Outcome.TAKEN);

            assertThat(large.mails()).hasSize(30);
            assertThat(small.mails()).hasSize(10);
            assertThat(none.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA"})
    void aMailThatOneRelayIsOfNoUseToGoesToAnother(String step) {
        for (String answer : new String[] {ScriptedRelay.HANG_UP, "421 4.3.2 closing"}) {
            try (ScriptedRelay broken =
                            ScriptedRelay.saying((command, connection) -> command.startsWith(step) ? answer : null);
                    ScriptedRelay good = ScriptedRelay.polite();
                    TestRelays relays = TestRelays.with(Map.of("broken", broken.port(), "good", good.port()))) {
                assertThat(relays.handOverEach(6)).containsOnly(Outcome.TAKEN);

                assertThat(good.mails()).hasSize(6);
                assertThat(broken.connections()).isPositive();
            }
        }
    }

    @Test
    void whatARelayRefusesIsNotTriedAtAnother() {
        try (ScriptedRelay strict = ScriptedRelay.saying(
                        (command, connection) -> command.startsWith("RCPT") ? "550 5.1.1 gone" : null);
                ScriptedRelay spare = ScriptedRelay.polite();
                TestRelays relays = TestRelays.with(
                        Map.of("strict", strict.port(), "spare", spare.port()), "relays.strict.weight=100")) {
            assertThat(relays.handOver("a@example.com").result()).isEqualTo(Result.REFUSED);
            assertThat(spare.mails()).isEmpty();
        }
    }

    @Test
    void withAllRelaysDownMailIsGivenBackAtOnceAndThenGoesOutAgain() {
        ScriptedRelay gone = ScriptedRelay.polite();
        int port = gone.port();
        gone.close();
        try (TestRelays relays = TestRelays.with(Map.of("main", port))) {
            await().until(() ->
                    "no relay is up".equals(relays.handOver("a@example.com").failure()));
            Outcome outcome = relays.handOver("a@example.com");
            assertThat(outcome.result()).isEqualTo(Result.NOT_BEGUN);
            assertThat(outcome.retryAfter()).isLessThanOrEqualTo(Duration.ofSeconds(10));
            assertThat(up(relays)).isZero();

            try (ScriptedRelay back = ScriptedRelay.at(port)) {
                await().atMost(Duration.ofSeconds(30)).until(() -> back.connections() > 0);
                await().until(() -> relays.handOver("b@example.com").equals(Outcome.TAKEN));
                assertThat(outcomesOf(relays.beginAll(50, TestRelays.EDITION))).containsOnly(Outcome.TAKEN);
                assertThat(up(relays)).isEqualTo(1);
            }
        }
    }

    @Test
    void aRelayThatIsDownIsLeftAlone() {
        try (ScriptedRelay broken = ScriptedRelay.saying(
                        (command, connection) -> command.startsWith("MAIL") ? "421 4.3.2 closing" : null);
                ScriptedRelay good = ScriptedRelay.polite();
                TestRelays relays = TestRelays.with(Map.of("broken", broken.port(), "good", good.port()))) {
            assertThat(relays.handOverEach(100)).containsOnly(Outcome.TAKEN);

            assertThat(good.mails()).hasSize(100);
            // Without a breaker, every second mail would have been there first.
            assertThat(broken.connections()).isLessThan(25);
        }
    }

    @Test
    void aRelayThatTurnsEverySecondMailAwayIsUsed() {
        ScriptedRelay.Script moody =
                (command, connection) -> command.startsWith("RCPT") && command.contains("0@") ? "421 4.7.0 busy" : null;
        try (ScriptedRelay relay = ScriptedRelay.saying(moody);
                TestRelays relays = TestRelays.to(relay)) {
            for (int i = 0; i < 30; i++) {
                assertThat(relays.handOver("r0@example.com").failure()).isEqualTo("SMTP 421");
                assertThat(relays.handOver("r1@example.com")).isEqualTo(Outcome.TAKEN);
            }
        }
    }

    private static double up(TestRelays relays) {
        return relays.metrics()
                .get("broadsheet.mail.relay.up")
                .tag("relay", "main")
                .gauge()
                .value();
    }
}
