package dev.broadsheet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutOptionsTheRunIsTheFullOne() {
        Options options = Options.parse(List.of("articles"));
        assertThat(options.articles()).isEqualTo(10_000);
        assertThat(options.seconds()).isEqualTo(10);
        assertThat(options.report()).isEmpty();
    }

    @Test
    void aSmallerRunIsPossible() {
        Options options =
                Options.parse(List.of("articles", "--articles", "500", "--seconds", "3", "--report", "some.json"));
        assertThat(options.articles()).isEqualTo(500);
        assertThat(options.seconds()).isEqualTo(3);
        assertThat(options.report()).contains(Path.of("some.json"));
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithASentence() {
        assertRefused("Usage", List.of());
        assertRefused("Usage", List.of("mail"));
        assertRefused("does not know --rounds", List.of("articles", "--rounds", "3"));
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
