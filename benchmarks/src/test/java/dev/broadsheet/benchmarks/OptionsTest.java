package dev.broadsheet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutOptionsTheRunIsTheFullOne() {
        Options options = Options.parse(List.of("articles"));
        assertThat(options.subject()).isEqualTo(Subject.ARTICLES);
        assertThat(options.number("--articles")).isEqualTo(10_000);
        assertThat(options.number("--seconds")).isEqualTo(10);
        assertThat(options.report()).isEmpty();
    }

    @Test
    void aSmallerRunIsPossible() {
        Options options =
                Options.parse(List.of("articles", "--articles", "500", "--seconds", "3", "--report", "some.json"));
        assertThat(options.number("--articles")).isEqualTo(500);
        assertThat(options.number("--seconds")).isEqualTo(3);
        assertThat(options.report()).contains(Path.of("some.json"));
    }

    @Test
    void eachBenchmarkHasItsOwnNumbers() {
        Options options = Options.parse(List.of("signups", "--rows", "1000000", "--connections", "8"));
        assertThat(options.subject()).isEqualTo(Subject.SIGN_UPS);
        assertThat(options.numbers())
                .containsExactlyInAnyOrderEntriesOf(Map.of("--seconds", 10, "--connections", 8, "--rows", 1_000_000));
    }

    @Test
    void aFolderIsAnOptionOfThoseThatNeedOne() {
        Options options = Options.parse(List.of("deliveries", "--postfix", "unpacked", "--readers", "20000"));
        assertThat(options.path("--postfix")).contains(Path.of("unpacked"));
        assertThat(options.numbers())
                .containsExactlyInAnyOrderEntriesOf(Map.of("--readers", 20_000, "--connections", 16));
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithASentence() {
        assertRefused("Usage", List.of());
        assertRefused("Usage", List.of("mail"));
        assertRefused("does not know --rounds", List.of("articles", "--rounds", "3"));
        assertRefused("does not know --articles", List.of("signups", "--articles", "3"));
        assertRefused("does not know --postfix", List.of("faults", "--postfix", "unpacked"));
        assertRefused("--readers must be a number from 5000 up", List.of("faults", "--readers", "4999"));
        assertRefused("--rows must be a number from 1000 up", List.of("signups", "--rows", "999"));
        assertRefused("--articles needs a value", List.of("articles", "--articles"));
        assertRefused("--articles must be a number", List.of("articles", "--articles", "many"));
        assertRefused("--seconds must be a number", List.of("articles", "--seconds", "0"));
    }

    private static void assertRefused(String why, List<String> arguments) {
        assertThatThrownBy(() -> Options.parse(arguments))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(why);
    }
}
