package dev.broadsheet.article.articles;

/**
 * The lead image.
 *
 * @param url absolute
 * @param alt what it shows, for those who do not see it; empty for an image that only decorates
 * @param credit who made it; null where nobody is to be named
 */
public record ArticleImage(String url, String alt, String credit) {}
