package dev.broadsheet.article.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTextTest {

    private static final long SEED = 20261124;
    private static final int TEXTS = 300;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello, world!              | hello-world",
                "Große Überraschung         | grosse-uberraschung",
                "Привет, мир                | privet-mir",
                "Ελλάδα                     | ellada",
                "東京                       | dong-jing",
                "서울                       | seoul",
                "e\u0301te\u0301            | ete",
                "\uFB01ne \u2167            | fine-viii",
                "IĞDIR                      | igdir",
                "it's don\u2019t            | its-dont",
                "evil \u202Etxt.exe         | evil-txt-exe",
                "zero\u200Dwidth\u200Bjoin  | zerowidthjoin",
                "1.5% of $3                 | 1-5-of-3",
                "  -- a -- b --             | a-b"
            })
    void aTextOfAnyScriptMakesASlug(String text, String slug) {
        assertThat(SlugText.of(text)).contains(slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-", "---", "___", "—", "🚀", "\u200D\u200B\uFEFF", "\u0301", "?!", "\u202E", "\uD800"})
    void aTextWithoutLettersOrDigitsMakesNone(String text) {
        assertThat(SlugText.of(text)).isEmpty();
    }

    @Test
    void whateverIsTypedMakesAValidSlugOrNone() {
        Random random = new Random(SEED);
        for (int i = 0; i < TEXTS; i++) {
            String text = random.ints(random.nextInt(60), 0, random.nextBoolean() ? 0x3000 : 0x110000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            SlugText.of(text)
                    .ifPresent(slug -> assertThat(slug)
                            .as("of text %s with seed %d", text, SEED)
                            .hasSizeLessThanOrEqualTo(100)
                            .matches(SlugFormat.EXPRESSION));
        }
    }
}
