package dev.broadsheet.article.feeds;

import java.util.Arrays;
import java.util.Locale;

/** The formats that a feed comes in, each at an address with its own ending. */
enum FeedFormat {
    /** RSS 2.0. */
    RSS("application/rss+xml", ";charset=UTF-8"),

    /** Atom 1.0, RFC 4287. */
    ATOM("application/atom+xml", ";charset=UTF-8"),

    /** JSON Feed 1.1. JSON is UTF-8 and its media types have no charset. */
    JSON("application/feed+json", "");

    private final String mediaType;
    private final String charset;

    FeedFormat(String mediaType, String charset) {
        this.mediaType = mediaType;
        this.charset = charset;
    }

    static FeedFormat ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending().equals(ending))
                .findFirst()
                .orElseThrow();
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }

    String contentType() {
        return mediaType + charset;
    }
}
