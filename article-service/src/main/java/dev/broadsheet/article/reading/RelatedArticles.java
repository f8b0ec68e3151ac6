package dev.broadsheet.article.reading;

import java.util.List;

/** What goes deeper into an article. */
public record RelatedArticles(List<ArticleSummary> items) {}
