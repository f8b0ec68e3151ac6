package dev.broadsheet.contracts;

/**
 * The names of the Kafka topics. Partitions, clean-up and retention stand in {@code broadsheet/topics.json}, the one
 * list from which every environment creates its topics.
 */
public final class Topics {

    /**
     * Keyed by subscriber: sign-ups, and what readers change of themselves. Carries mail addresses, and is therefore kept
     * for seven days only.
     */
    public static final String SUBSCRIPTIONS = "broadsheet.subscriptions.v1";

    /** Keyed by newsletter slug, compacted: the newest record of a key is the newsletter's whole state. */
    public static final String NEWSLETTERS = "broadsheet.newsletters.v1";

    /** Keyed by article. Kept for thirty days. */
    public static final String ARTICLES = "broadsheet.articles.v1";

    /**
     * Keyed by edition ({@code EditionSent}) or by subscriber (mail that came back, and complaints). Kept for seven days.
     */
    public static final String DELIVERIES = "broadsheet.deliveries.v1";

    /** Work orders inside notification-service, keyed by batch. Not for other readers. */
    public static final String DELIVERY_BATCHES = "broadsheet.delivery-batches.v1";

    private Topics() {}
}
