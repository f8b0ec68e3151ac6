package dev.broadsheet.article.authors;

/** Tells, within the transaction, that an author is called differently, or writes another newsletter, from now on. */
public record AuthorChanged(String slug) {}
