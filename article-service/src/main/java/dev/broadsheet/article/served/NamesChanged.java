package dev.broadsheet.article.served;

/** Tells, within this replica, that a topic or an author is called differently from now on. */
public record NamesChanged() {}
