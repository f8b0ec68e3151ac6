package dev.broadsheet.frontend.article;

/**
 * An article in a list.
 *
 * @param summary empty where there is none
 */
public record ArticleSummary(
        String slug,
        String headline,
        String summary,
        String topic,
        String byline,
        Publication published,
        int readMinutes) {}
