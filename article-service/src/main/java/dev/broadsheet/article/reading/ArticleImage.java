package dev.broadsheet.article.reading;

/**
 * The lead image.
 *
 * @param url absolute
 * @param alt what it shows, for those who do not see it; empty for an image that only decorates
 * @param credit who made it; null where nobody is to be named
 * @param caption what to say under it; null where nothing is
 */
public record ArticleImage(String url, String alt, String credit, String caption) {}
