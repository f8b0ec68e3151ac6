package dev.broadsheet.article.reading;

/** What there is at an article's address. */
sealed interface FoundArticle {

    /** It can be read. */
    record Published(PublishedArticle article) implements FoundArticle {}

    /** It was public, and was withdrawn. */
    record Retracted() implements FoundArticle {}

    /** It is called otherwise by now. */
    record Renamed(String slug) implements FoundArticle {}

    /** There never was one. */
    record Unknown() implements FoundArticle {}
}
