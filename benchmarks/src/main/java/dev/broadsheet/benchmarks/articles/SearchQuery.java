package dev.broadsheet.benchmarks.articles;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What somebody types into a search field. */
record SearchQuery(Kind kind, String text) {

    /** What makes searches different for a database. */
    enum Kind {
        COMMON_WORD("a common word"),
        RARE_WORD("a rare word"),
        TWO_WORDS("two words"),
        THREE_WORDS("three words"),
        BEGINNING("a word's beginning");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    String path() {
        return "/api/v1/articles?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
