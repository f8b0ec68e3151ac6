package dev.broadsheet.article.articles;

/** Where an article is on its way to readers. */
public enum ArticleState {
    /** At the desk; nobody else sees it. */
    DRAFT,
    /** Public. */
    PUBLISHED
}
