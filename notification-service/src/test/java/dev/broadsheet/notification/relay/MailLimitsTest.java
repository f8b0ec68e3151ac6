package dev.broadsheet.notification.relay;

import static dev.broadsheet.notification.relay.TestRelays.outcomesOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.notification.relay.Outcome.Result;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits are so low here that nothing of them comes back while a test runs. */
class MailLimitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"mail-limits.per-second=1", "relays.main.per-second=1"})
    void whatIsTooMuchInAllIsGivenBack(String limit) {
        try (ScriptedRelay relay = ScriptedRelay.polite();
                TestRelays relays = TestRelays.to(relay, limit, "hand-over.begin-within=100ms")) {
            List<Outcome> outcomes = outcomesOf(relays.beginAll(50, TestRelays.EDITION));

            assertThat(outcomes).extracting(Outcome::result).contains(Result.TAKEN, Result.NOT_BEGUN);
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome.result() == Result.NOT_BEGUN)
                    .hasSizeGreaterThan(40);
            assertThat(outcomesOf(relays.beginAll(50, Lane.READER_MAIL))).containsOnly(Outcome.TAKEN);
        }
    }

    @Test
    void aRelayAtItsLimitLeavesTheRestToOthers() {
        try (ScriptedRelay slow = ScriptedRelay.polite();
                ScriptedRelay fast = ScriptedRelay.polite();
                TestRelays relays =
                        TestRelays.with(Map.of("slow", slow.port(), "fast", fast.port()), "relays.slow.per-second=1")) {
            assertThat(outcomesOf(relays.beginAll(100, TestRelays.EDITION))).containsOnly(Outcome.TAKEN);

            assertThat(fast.mails()).hasSizeGreaterThan(60);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mail-limits.domains.\"slow.example\".per-second=1", "mail-limits.each-domain.per-second=1"})
    void aDomainAtItsLimitHoldsNobodyElseUp(String limit) {
        try (ScriptedRelay relay = ScriptedRelay.polite();
                TestRelays relays = TestRelays.to(relay, limit)) {
            List<Outcome> slow = outcomesOf(IntStream.range(0, 20)
                    .mapToObj(i -> relays.begin("r" + i + "@Slow.example"))
                    .toList());
            List<Outcome> others = outcomesOf(IntStream.range(0, 20)
                    .mapToObj(i -> relays.begin("r@other" + i + ".example"))
                    .toList());

            assertThat(others).containsOnly(Outcome.TAKEN);
            assertThat(slow).contains(Outcome.TAKEN);
            assertThat(slow)
                    .filteredOn(outcome -> outcome.result() == Result.NOT_BEGUN)
                    .hasSizeGreaterThan(10)
                    // Each later than the one before.
                    .extracting(Outcome::retryAfter)
                    .isSorted();
        }
    }

    @Test
    void aDomainGetsSoManyMailsAtOnce() {
        ScriptedRelay.Script hangs =
                (command, connection) -> command.startsWith("CONTENT") ? ScriptedRelay.SILENCE : null;
        try (ScriptedRelay relay = ScriptedRelay.saying(hangs);
                TestRelays relays =
                        TestRelays.to(relay, "mail-limits.domains.\"example.com\".at-once=2", "hand-over.limit=1s")) {
            List<Outcome> outcomes = outcomesOf(relays.beginAll(6, TestRelays.EDITION));

            assertThat(outcomes)
                    .extracting(Outcome::result)
                    .containsExactlyInAnyOrder(
                            Result.UNKNOWN,
                            Result.UNKNOWN,
                            Result.NOT_BEGUN,
                            Result.NOT_BEGUN,
                            Result.NOT_BEGUN,
                            Result.NOT_BEGUN);
        }
    }
}
