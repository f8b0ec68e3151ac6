package dev.broadsheet.notification.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({"en, en", "en-GB, en", "es, es", "ES-mx, es", "es-419, es", "fr, en", "zh-Hant-TW, en", "x, en"})
    void aReaderIsWrittenToInTheirLanguageOrInEnglish(String locale, String language) {
        assertThat(Language.of(locale).tag()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                en-GB | 12 April 2026
                es    | 12 de abril de 2026
                fr    | April 12, 2026""")
    void aTimeIsWrittenInTheLanguageOfTheMail(String locale, String expected) {
        assertThat(Language.of(locale).write(Instant.parse("2026-04-12T07:02:40Z")))
                .contains(expected, "7:02");
    }

    @ParameterizedTest
    @CsvSource({"readermail, en", "readermail, es", "editionmail, en", "editionmail, es"})
    void everyLanguageHasWordsForEverythingAndForNothingElse(String bundle, String language)
            throws IOException, ClassNotFoundException {
        Properties words = new Properties();
        String file = "/messages/" + bundle + "_" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Language.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        Class<?> type = Class.forName("dev.broadsheet.notification." + bundle + ".Words");
        List<String> wanted =
                Arrays.stream(type.getMethods()).map(Method::getName).toList();
        assertThat(words.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(words.values()).doesNotHaveDuplicates();
    }
}
