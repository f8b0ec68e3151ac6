package dev.broadsheet.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @Test
    void aFigureAtItsLimitMeetsALowerOneAndMissesAnUpperOne() {
        assertThat(Figure.of("share", 0.3, Aim.atLeast(0.3, "")).verdict()).isEqualTo(Verdict.MET);
        assertThat(Figure.of("share", 0.2999, Aim.atLeast(0.3, "")).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(Figure.of("wait", 49.9, Aim.below(50, "ms")).verdict()).isEqualTo(Verdict.MET);
        assertThat(Figure.of("wait", 50, Aim.below(50, "ms")).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(Figure.of("rate", 50, "a second").verdict()).isEqualTo(Verdict.NO_AIM);
    }

    @Test
    void theMedianIsTheMiddleOrBetweenTheTwoInTheMiddle() {
        assertThat(Numbers.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Numbers.median(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3);
    }

    @Test
    void numbersHaveThreeDigitsThatCount() {
        assertThat(List.of(28_541.8, 17.418, 0.0365, 3.0, 0.0))
                .map(Numbers::plain)
                .containsExactly("28500", "17.4", "0.0365", "3", "0");
    }

    @Test
    void aTableIsMarkdown() {
        assertThat(new Table(List.of("what", "ms"), List.of(List.of("a page", "12.5"), List.of("all", "3"))).text())
                .isEqualTo("""
                        | what   |   ms |
                        |--------|-----:|
                        | a page | 12.5 |
                        | all    |    3 |""");
    }

    @Test
    void theFileHasEveryFigureWithItsAimAndVerdict(@TempDir Path folder) throws Exception {
        Section section = new Section(
                "Searching",
                new Table(List.of("what"), List.of(List.of("all"))),
                List.of(Figure.of("search: p99", 17.4, Aim.below(50, "ms")), Figure.of("searches", 2_000, "requests")),
                Map.of("count", 2_000));
        Report report = new Report(
                "articles", "2026-11-24T10:00:00Z", 60, Machine.current(), Map.of(), Map.of(), true, List.of(section));

        Path file = folder.resolve("reports/articles.json");
        report.write(file);

        JsonNode figures = new ObjectMapper()
                .readTree(file.toFile())
                .path("sections")
                .path(0)
                .path("figures");
        assertThat(figures.path(0).path("seen").asDouble()).isEqualTo(17.4);
        assertThat(figures.path(0).path("aim").asText()).isEqualTo("< 50 ms");
        assertThat(figures.path(0).path("verdict").asText()).isEqualTo("met");
        assertThat(figures.path(1).has("aim")).isFalse();
        assertThat(report.text()).contains("| search: p99 |       17.4 ms | < 50 ms |     met |");
    }
}
