package dev.broadsheet.article.authors;

import java.util.List;

/** All authors, by name. */
public record AuthorList(List<AuthorView> items) {}
