package dev.broadsheet.article.reading;

import java.util.Locale;

/** A list of articles in {@code article_listing}, and how it is named there. Slugs have no colon: no two share a name. */
enum Place {
    MARKET,
    AUTHOR,
    NEWSLETTER,
    TOPIC;

    /** The list of all. */
    static final String ALL = "all";

    String of(String slug) {
        return name().toLowerCase(Locale.ROOT) + ":" + slug;
    }
}
