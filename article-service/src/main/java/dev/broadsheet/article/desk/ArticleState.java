package dev.broadsheet.article.desk;

/** Where an article is on its way to readers. */
public enum ArticleState {
    /** At the desk; nobody else sees it. */
    DRAFT,
    /** At the desk, and public at its time. */
    SCHEDULED,
    /** Public. */
    PUBLISHED,
    /** Was public, and was withdrawn. Its address says so; an editor may publish it again. */
    RETRACTED
}
