package dev.broadsheet.contracts;

import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.contracts.article.ArticleRetracted;
import dev.broadsheet.contracts.article.ArticleUpdated;
import dev.broadsheet.contracts.delivery.DeliveryBatch;
import dev.broadsheet.contracts.delivery.EditionSent;
import dev.broadsheet.contracts.delivery.MailBounced;
import dev.broadsheet.contracts.delivery.MailComplained;
import dev.broadsheet.contracts.delivery.UnsubscribeRequested;
import dev.broadsheet.contracts.newsletter.NewsletterChanged;
import dev.broadsheet.contracts.subscription.AddressChangeRequested;
import dev.broadsheet.contracts.subscription.PreferencesLinkRequested;
import dev.broadsheet.contracts.subscription.SubscriberChanged;
import dev.broadsheet.contracts.subscription.SubscriberErased;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every type of event that Broadsheet publishes, with the topic it is published on and the version of its schema. */
public enum EventType {
    SUBSCRIPTION_CREATED(SubscriptionCreated.class, Topics.SUBSCRIPTIONS, 1),
    SUBSCRIPTION_CONFIRMED(SubscriptionConfirmed.class, Topics.SUBSCRIPTIONS, 1),
    SUBSCRIPTION_CANCELLED(SubscriptionCancelled.class, Topics.SUBSCRIPTIONS, 1),
    SUBSCRIBER_CHANGED(SubscriberChanged.class, Topics.SUBSCRIPTIONS, 1),
    SUBSCRIBER_ERASED(SubscriberErased.class, Topics.SUBSCRIPTIONS, 1),
    PREFERENCES_LINK_REQUESTED(PreferencesLinkRequested.class, Topics.SUBSCRIPTIONS, 1),
    ADDRESS_CHANGE_REQUESTED(AddressChangeRequested.class, Topics.SUBSCRIPTIONS, 1),
    NEWSLETTER_CHANGED(NewsletterChanged.class, Topics.NEWSLETTERS, 1),
    ARTICLE_PUBLISHED(ArticlePublished.class, Topics.ARTICLES, 1),
    ARTICLE_UPDATED(ArticleUpdated.class, Topics.ARTICLES, 1),
    ARTICLE_RETRACTED(ArticleRetracted.class, Topics.ARTICLES, 1),
    EDITION_SENT(EditionSent.class, Topics.DELIVERIES, 1),
    MAIL_BOUNCED(MailBounced.class, Topics.DELIVERIES, 1),
    MAIL_COMPLAINED(MailComplained.class, Topics.DELIVERIES, 1),
    UNSUBSCRIBE_REQUESTED(UnsubscribeRequested.class, Topics.DELIVERIES, 1),
    DELIVERY_BATCH(DeliveryBatch.class, Topics.DELIVERY_BATCHES, 1);

    private static final String PREFIX = "dev.broadsheet.";

    private static final Map<String, EventType> BY_CLOUD_EVENTS_TYPE = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(EventType::cloudEventsType, Function.identity()));

    private static final Map<Class<? extends Event>, EventType> BY_RECORD_TYPE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::recordType, Function.identity()));

    private final Class<? extends Event> recordType;
    private final String topic;
    private final int schemaVersion;

    EventType(Class<? extends Event> recordType, String topic, int schemaVersion) {
        this.recordType = recordType;
        this.topic = topic;
        this.schemaVersion = schemaVersion;
    }

    /** The type of this event. Throws {@link IllegalArgumentException} for a class that is not in this list. */
    public static EventType of(Event event) {
        EventType type = BY_RECORD_TYPE.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(event.getClass() + " is not a published event");
        }
        return type;
    }

    /** The type that a {@code ce_type} header names; empty for one that this version does not know, which readers skip. */
    public static Optional<EventType> ofCloudEventsType(String cloudEventsType) {
        return Optional.ofNullable(BY_CLOUD_EVENTS_TYPE.get(cloudEventsType));
    }

    /** The event's name, as in {@code SubscriptionCreated}. */
    public String eventName() {
        return recordType.getSimpleName();
    }

    /** The value of the {@code ce_type} header, as in {@code dev.broadsheet.SubscriptionCreated}. */
    public String cloudEventsType() {
        return PREFIX + eventName();
    }

    public Class<? extends Event> recordType() {
        return recordType;
    }

    public String topic() {
        return topic;
    }

    /** The value of the {@code ce_dataschema} header and the {@code $id} of the schema. A name, not an address. */
    public String dataSchema() {
        return "urn:broadsheet:schema:" + eventName() + ":" + schemaVersion;
    }

    /** Where the JSON Schema stands on the class path. */
    public String schemaResource() {
        return "broadsheet/schemas/" + eventName() + ".v" + schemaVersion + ".json";
    }
}
