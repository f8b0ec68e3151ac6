package dev.broadsheet.article.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortenedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fits             | 4  | fits",
                "one two three    | 13 | one two three",
                "one two three    | 12 | one two…",
                "one two three    | 8  | one two…",
                "one two three    | 7  | one tw…",
                "extraordinarily  | 7  | extrao…",
                "a extraordinarily | 9 | a extrao…"
            })
    void aTextIsCutAtAWordWhereThereIsOneNearby(String text, int length, String shortened) {
        assertThat(Shortened.of(text, length).length())
                .isLessThanOrEqualTo(Math.max(length, text.strip().length()));
        assertThat(Shortened.of(text, length)).isEqualTo(shortened);
    }

    @Test
    void noCharacterIsCutInHalf() {
        for (int length = 2; length < 20; length++) {
            String shortened = Shortened.of("🚀".repeat(20), length);
            assertThat(shortened).hasSizeLessThanOrEqualTo(length).matches("🚀*…");
        }
    }
}
