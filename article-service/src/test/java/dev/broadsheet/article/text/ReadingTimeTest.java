package dev.broadsheet.article.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTimeTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "238, 1", "239, 2", "476, 2", "477, 3"})
    void minutesAreRoundedUp(int words, int minutes) {
        ReadingTime time = ReadingTime.of(List.of("word ".repeat(words)));
        assertThat(time).isEqualTo(new ReadingTime(words, minutes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"don't stop - now | 3", "well-known 5.25% — | 2", "… | 0", "Привет мир | 2"})
    void aWordHasALetterOrADigit(String text, int words) {
        assertThat(ReadingTime.of(List.of(text)).words()).isEqualTo(words);
    }
}
