package dev.broadsheet.article.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0, 0x1, 0x7, 0x8, 0x9, 0xB, 0xC, 0xD, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x202D, 0x202E, 0xD800,
                0xDBFF, 0xDC00, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x1FFFF, 0x10FFFE, 0x10FFFF
            })
    void whatDoesNotShowOrMisleadsIsNotPlain(int character) {
        String text = "before " + Character.toString(character) + " after";
        assertThat(TextRules.isPlain(text)).isFalse();
        assertThat(TextRules.isPlainLines(text)).isFalse();
    }

    @Test
    void onlyWhereThereAreLinesMayOneEnd() {
        assertThat(TextRules.isPlain("two\nlines")).isFalse();
        assertThat(TextRules.isPlainLines("two\nlines")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "Tomás — “quoted” …",
                "e\u0301",
                "👨\u200D👩\u200D👧 \uD83C\uDDE9\uD83C\uDDEA",
                "\u200Fשלום\u200E",
                "\u2067שלום\u2069",
                "\u202Bمرحبا\u202C",
                "東京",
                "\uFDCF \uFDF0 \uFFFD \uD83F\uDFFD"
            })
    void anyScriptIsPlain(String text) {
        assertThat(TextRules.isPlain(text)).isTrue();
        assertThat(TextRules.isPlainLines(text)).isTrue();
    }
}
