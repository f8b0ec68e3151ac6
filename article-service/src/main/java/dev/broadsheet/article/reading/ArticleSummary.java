package dev.broadsheet.article.reading;

import dev.broadsheet.article.authors.AuthorView;
import dev.broadsheet.article.topics.TopicView;
import java.time.Instant;
import java.util.List;

/**
 * A published article as a list shows it: without its body.
 *
 * @param highlights in an answer to a search, passages of the text with what was searched marked; null elsewhere
 * @param excerpt under "Go deeper", the beginning of the text; null elsewhere
 */
public record ArticleSummary(
        String slug,
        String url,
        String headline,
        String summary,
        TopicView topic,
        List<AuthorView> authors,
        List<String> newsletters,
        String market,
        ArticleImage image,
        int readMinutes,
        boolean breaking,
        Instant publishedAt,
        List<Passage> highlights,
        String excerpt) {

    /**
     * A piece of a highlighted text. Text and marks are told apart by the form, so that whoever shows them has nothing to
     * trust and only to escape.
     *
     * @param text plain
     * @param hit whether it is what was searched
     */
    public record Passage(String text, boolean hit) {}
}
