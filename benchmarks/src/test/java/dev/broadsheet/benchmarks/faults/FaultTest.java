package dev.broadsheet.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.benchmarks.mailroom.Audience;
import dev.broadsheet.localstack.sink.Behaviour;
import dev.broadsheet.localstack.sink.Behaviour.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultTest {

    private static final int READERS = 20_000;

    @Test
    void halfOfTheReadersArePutOffOnceInEachOfThreeWays() {
        Behaviour relay = Fault.relayPutsOff().relay();

        Map<Answer, Long> answers = answers(relay, 1);

        assertThat(answers.get(Answer.TAKE)).isBetween(9_000L, 11_000L);
        assertThat(answers.keySet())
                .containsExactlyInAnyOrder(Answer.TAKE, Answer.DEFER_RECIPIENT, Answer.DEFER_MAIL, Answer.CLOSE);
        assertThat(answers(relay, 2)).isEqualTo(Map.of(Answer.TAKE, (long) READERS));
    }

    @Test
    void aFewRepliesAreDroppedAndEachOnce() {
        Behaviour relay = Fault.relayDropsConnections().relay();

        assertThat(answers(relay, 1).get(Answer.TAKE_AND_DROP)).isBetween(100L, 300L);
        assertThat(answers(relay, 2)).isEqualTo(Map.of(Answer.TAKE, (long) READERS));
    }

    @Test
    void faultsOfOneEditionStrikeInTurnAndKeepTheirRelay() {
        Fault all = Fault.inTurn(Fault.killOneOfTwo(), Fault.joinAndLeave(), Fault.relayDropsConnections());

        assertThat(all.senders()).isEqualTo(2);
        assertThat(all.strikes()).hasSize(3);
        assertThat(answers(all.relay(), 1))
                .isEqualTo(answers(Fault.relayDropsConnections().relay(), 1));
    }

    @Test
    void whatWasPromisedAndNotKeptIsSaid() {
        assertThat(result(Map.of("SENT", 10L), 0, 3, 3).broken()).isEmpty();
        assertThat(result(Map.of("SENT", 9L, "RETRY", 1L), 1, 4, 3).broken())
                .isEqualTo(List.of(
                        "of 10 deliveries, the ledger has " + Map.of("SENT", 9L, "RETRY", 1L),
                        "1 readers are not SENT in the ledger",
                        "4 mails came twice, and 3 were under way"));
    }

    private static FaultResult result(Map<String, Long> deliveries, long missed, long unexcused, long excused) {
        return new FaultResult("a fault", 10, deliveries, missed, 0, 0, 0, unexcused, 0, excused, unexcused, 1);
    }

    private static Map<Answer, Long> answers(Behaviour relay, int attempt) {
        return new Audience("everyone", READERS)
                .addresses().stream()
                        .map(address -> relay.to(address, attempt))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
