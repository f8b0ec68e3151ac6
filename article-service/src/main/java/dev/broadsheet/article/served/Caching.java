package dev.broadsheet.article.served;

import java.time.Duration;

/** How long the caches of others (browsers, proxies) may serve an answer. We cannot call anything back from them. */
public enum Caching {

    /** A minute is what a correction can wait for; while we are asked again, or are down, the old one still serves. */
    ARTICLE(Duration.ofMinutes(1), Duration.ofMinutes(5)),

    /** Lists change with every article: short, but long enough to take the load of a front page. */
    LIST(Duration.ofSeconds(10), Duration.ofMinutes(1)),

    /** Feed readers and crawlers ask at their own, slower pace. */
    FEED(Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final String header;

    Caching(Duration fresh, Duration stale) {
        header = "public, max-age=" + fresh.toSeconds() + ", stale-while-revalidate=" + stale.toSeconds();
    }

    /** The value of {@code Cache-Control}. */
    public String header() {
        return header;
    }
}
