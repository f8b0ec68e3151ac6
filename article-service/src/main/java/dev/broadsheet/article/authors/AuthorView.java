package dev.broadsheet.article.authors;

/**
 * An author as readers see them.
 *
 * @param newsletter slug of the newsletter that carries their name; null where there is none
 */
public record AuthorView(String slug, String name, String newsletter) {}
