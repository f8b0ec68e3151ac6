package dev.broadsheet.benchmarks.articles;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** An article as the desk's API takes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Draft(
        String headline,
        String summary,
        String topic,
        List<String> authors,
        List<String> newsletters,
        String market,
        boolean breaking,
        List<Block> body) {

    /** One block of the body; only bullets have items. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Block(String kind, String axiom, String text, List<String> items) {

        static Block paragraph(String axiom, String text) {
            return new Block("PARAGRAPH", axiom, text, null);
        }

        static Block heading(String text) {
            return new Block("HEADING", null, text, null);
        }

        static Block quote(String text) {
            return new Block("QUOTE", null, text, null);
        }

        static Block bullets(String axiom, List<String> items) {
            return new Block("BULLETS", axiom, null, items);
        }
    }
}
