package dev.broadsheet.frontend.article;

import java.time.Instant;
import java.util.List;

/**
 * An article as the API gives it, as far as pages show it.
 *
 * @param summary null where there is none
 * @param image null where there is none
 * @param body empty in lists, which leave it out
 */
record Article(
        String slug,
        String headline,
        String summary,
        Topic topic,
        List<Author> authors,
        List<String> newsletters,
        Image image,
        List<Block> body,
        int readMinutes,
        Instant publishedAt) {

    Article {
        authors = authors == null ? List.of() : List.copyOf(authors);
        newsletters = newsletters == null ? List.of() : List.copyOf(newsletters);
        body = body == null ? List.of() : List.copyOf(body);
    }

    record Topic(String name) {}

    record Author(String name) {}

    /**
     * @param credit null where nobody is to be named
     * @param caption null where nothing is to be said under it
     */
    record Image(String url, String alt, String credit, String caption) {}

    /**
     * @param kind a word that may be newer than this site
     * @param axiom bold lead-in; null where there is none
     * @param text in Markdown; null where there is none
     * @param items bullets, in Markdown
     */
    record Block(String kind, String axiom, String text, List<String> items) {

        Block {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }
}
