package dev.broadsheet.benchmarks.signups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.benchmarks.pgbench.PgbenchResult;
import dev.broadsheet.benchmarks.report.Figure;
import dev.broadsheet.benchmarks.report.Verdict;
import dev.broadsheet.benchmarks.wrk.WrkResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundTest {

    private static final List<PgbenchResult> PGBENCH = List.of(new PgbenchResult(20_000, 2_000, 16));

    @Test
    void whatWasAnsweredFasterThanItWasDecidedCountsAsFastAsItWasDecided() {
        Round round = answeredInOneSecond(1_500, 2.0);
        assertThat(round.answeredPerSecond()).isEqualTo(1_500);
        assertThat(round.decidedPerSecond()).isEqualTo(750);
        assertThat(round.sustainedPerSecond()).isEqualTo(750);
    }

    @Test
    void theShareOfPgbenchIsThatOfTheSlowerFigureAndOfTheRoundInTheMiddle() {
        Map<Door, List<Round>> rounds = new EnumMap<>(Door.class);
        rounds.put(
                Door.SERVICE,
                List.of(
                        answeredInOneSecond(9_000, 9.0),
                        answeredInOneSecond(1_980, 2.0),
                        answeredInOneSecond(2_020, 2.0)));
        rounds.put(Door.GATEWAY, List.of(answeredInOneSecond(1_000, 1.0)));
        FullLoad.Measured measured = new FullLoad.Measured(PGBENCH, PGBENCH, rounds);

        assertThat(measured.peak(Door.SERVICE)).isEqualTo(1_000);
        assertThat(share(measured, Door.SERVICE).seen()).isEqualTo(0.5);
        assertThat(share(measured, Door.SERVICE).verdict()).isEqualTo(Verdict.MET);
        assertThat(share(measured, Door.GATEWAY).seen()).isEqualTo(0.5);
    }

    private static Figure share(FullLoad.Measured measured, Door door) {
        return measured.section().figures().stream()
                .filter(figure -> figure.name().equals("sign-ups at the " + door.title() + ": share of pgbench"))
                .findFirst()
                .orElseThrow();
    }

    private static Round answeredInOneSecond(int answered, double secondsUntilDecided) {
        return new Round(
                new WrkResult(answered, 1_000_000, answered * 200L, 0, 1_000, 2_000), answered, secondsUntilDecided, 0);
    }
}
