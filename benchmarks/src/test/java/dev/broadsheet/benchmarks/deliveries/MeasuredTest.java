package dev.broadsheet.benchmarks.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.benchmarks.report.Figure;
import dev.broadsheet.benchmarks.report.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    private static final MemoryWatch.Resident MEMORY = new MemoryWatch.Resident(200, 240, 250, 260);

    @Test
    void theFasterRunOfTheYardstickCounts() {
        Measured measured = measured(List.of(10L, 20L, 1_500L));

        assertThat(measured.perSecond()).isEqualTo(1_000);
        assertThat(measured.share()).isEqualTo(0.25);
        assertThat(measured.row()).hasSameSizeAs(Measured.HEADER);
    }

    @Test
    void theSlowestConfirmationMailIsJudged() {
        List<Figure> figures = measured(List.of(10L, 20L, 1_500L)).figures();

        assertThat(figures)
                .filteredOn(figure -> figure.name().contains("confirmation"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.seen()).isEqualTo(1_500))
                .satisfies(figure -> assertThat(figure.verdict()).isEqualTo(Verdict.MISSED));
    }

    @Test
    void anEditionThatIsOverBeforeAnybodySignsUpIsToldToo() {
        assertThat(measured(List.of()).figures()).hasSize(6);
        assertThat(measured(List.of()).row()).hasSameSizeAs(Measured.HEADER);
    }

    @Test
    void memoryGrowsInTheSecondHalf() {
        assertThat(MEMORY.growth()).isEqualTo(10);
    }

    private static Measured measured(List<Long> confirmations) {
        return new Measured(
                Variant.ONE_SENDER, 8_000, 10_000, 10_003, 10, 100, 500, confirmations, MEMORY, 3_000, 4_000);
    }
}
