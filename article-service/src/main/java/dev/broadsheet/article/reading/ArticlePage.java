package dev.broadsheet.article.reading;

import java.util.List;

/**
 * One page of a list.
 *
 * @param next the cursor of the page after it; null on the last
 */
public record ArticlePage(List<ArticleSummary> items, String next) {}
