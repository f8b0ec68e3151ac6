package dev.broadsheet.notification;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.EventType;
import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.contracts.article.ArticleRetracted;
import dev.broadsheet.contracts.article.ArticleUpdated;
import dev.broadsheet.contracts.article.Block;
import dev.broadsheet.contracts.newsletter.NewsletterChanged;
import dev.broadsheet.contracts.subscription.AddressChangeRequested;
import dev.broadsheet.contracts.subscription.PreferencesLinkRequested;
import dev.broadsheet.contracts.subscription.SubscriberChanged;
import dev.broadsheet.contracts.subscription.SubscriberErased;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed.ConfirmedNewsletter;
import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import dev.broadsheet.outbox.Ids;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes on the real topics what subscription-service and article-service would. */
final class OtherServices implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", System.getProperty("kafka.bootstrap.servers"), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** A newsletter that nobody has yet, under its slug. */
    String newNewsletter() {
        String slug = newSlug();
        publish(daily(slug, LocalTime.of(7, 0), "America/New_York"));
        return slug;
    }

    static String newSlug() {
        return "newsletter-" + Ids.next();
    }

    static NewsletterChanged immediate(String slug) {
        return newsletter(slug, NewsletterChanged.Cadence.IMMEDIATE, null, null, "America/New_York", false);
    }

    static NewsletterChanged daily(String slug, LocalTime time, String zone) {
        return newsletter(slug, NewsletterChanged.Cadence.DAILY, time, null, zone, false);
    }

    static NewsletterChanged newsletter(
            String slug,
            NewsletterChanged.Cadence cadence,
            LocalTime time,
            DayOfWeek day,
            String zone,
            boolean archived) {
        return new NewsletterChanged(
                slug,
                "The " + slug,
                "All about <it> & more",
                NewsletterChanged.Kind.TOPIC,
                cadence,
                time,
                day,
                zone,
                null,
                new NewsletterChanged.Sender("Broadsheet, \"News\"", slug + "@broadsheet.example"),
                archived,
                Instant.now());
    }

    SubscriptionCreated signUp(String email, String newsletter) {
        return signUp(email, newsletter, "en");
    }

    SubscriptionCreated signUp(String email, String newsletter, String locale) {
        SubscriptionCreated created = new SubscriptionCreated(
                Ids.next(),
                Ids.next(),
                email,
                List.of(newsletter),
                locale,
                null,
                new SubscriptionCreated.Source(null, "api"),
                new SubscriptionCreated.Confirmation(
                        "token-of-" + Ids.next(), Instant.now().plus(Duration.ofDays(7))),
                Instant.now());
        publish(created);
        return created;
    }

    /** Brings a reader from elsewhere: nobody writes a welcome. */
    UUID confirm(String email, String newsletter) {
        UUID subscriber = Ids.next();
        publish(confirmed(subscriber, email, newsletter, Instant.now()));
        return subscriber;
    }

    static SubscriptionConfirmed confirmed(UUID subscriber, String email, String newsletter, Instant at) {
        return new SubscriptionConfirmed(
                subscriber,
                email,
                List.of(new ConfirmedNewsletter(newsletter, "unsubscribe-" + subscriber)),
                "preferences-" + subscriber,
                at,
                "en",
                null,
                true);
    }

    /** A reader confirms newsletters, one click for all. */
    SubscriptionConfirmed confirmByClick(UUID subscriber, String email, String locale, String... newsletters) {
        SubscriptionConfirmed confirmed = new SubscriptionConfirmed(
                subscriber,
                email,
                Arrays.stream(newsletters)
                        .map(slug -> new ConfirmedNewsletter(slug, "unsubscribe-" + slug))
                        .toList(),
                "preferences-" + subscriber,
                Instant.now(),
                locale,
                null);
        publish(confirmed);
        return confirmed;
    }

    void cancel(UUID subscriber, String newsletter) {
        cancel(subscriber, SubscriptionCancelled.Reason.ONE_CLICK, newsletter);
    }

    /** The event's id. */
    UUID cancel(UUID subscriber, SubscriptionCancelled.Reason reason, String... newsletters) {
        UUID event = Ids.next();
        publish(new SubscriptionCancelled(subscriber, List.of(newsletters), reason, Instant.now()), event);
        return event;
    }

    PreferencesLinkRequested askForPreferences(UUID subscriber, String email, String locale, Instant expiresAt) {
        PreferencesLinkRequested requested = new PreferencesLinkRequested(
                Ids.next(),
                subscriber,
                email,
                locale,
                new PreferencesLinkRequested.Link("preferences-token-of-" + Ids.next(), expiresAt),
                Instant.now());
        publish(requested);
        return requested;
    }

    AddressChangeRequested askToMove(UUID subscriber, String from, String to, String locale) {
        AddressChangeRequested requested = new AddressChangeRequested(
                Ids.next(),
                subscriber,
                new AddressChangeRequested.Mailbox(from, "token-of-the-old-" + Ids.next()),
                new AddressChangeRequested.Mailbox(to, "token-of-the-new-" + Ids.next()),
                locale,
                Instant.now().plus(Duration.ofDays(1)),
                Instant.now());
        publish(requested);
        return requested;
    }

    /** As if the reader had set it now. */
    SubscriberChanged change(UUID subscriber, String email, Instant pausedUntil) {
        SubscriberChanged changed =
                new SubscriberChanged(subscriber, email, "es", "Europe/Madrid", pausedUntil, Instant.now());
        publish(changed);
        return changed;
    }

    void erase(UUID subscriber) {
        publish(new SubscriberErased(subscriber, Instant.now()));
    }

    ArticlePublished publishArticle(String headline, boolean breaking, String... newsletters) {
        ArticlePublished article = article(headline, breaking, newsletters);
        publish(article);
        return article;
    }

    static ArticlePublished article(String headline, boolean breaking, String... newsletters) {
        return article(headline, breaking, Instant.now(), newsletters);
    }

    static ArticlePublished article(String headline, boolean breaking, Instant publishedAt, String... newsletters) {
        UUID id = Ids.next();
        return new ArticlePublished(
                id,
                "article-" + id,
                "http://localhost:8080/articles/article-" + id,
                headline,
                "A summary",
                new ArticlePublished.Topic("economy", "Economy"),
                List.of(new ArticlePublished.Author("amara-okafor", "Amara Okafor")),
                List.of(newsletters),
                null,
                null,
                List.of(
                        new Block(
                                Block.Kind.PARAGRAPH,
                                "Why it matters",
                                "It is **bold**, <b>not HTML</b> and [no script](javascript:alert(1)).",
                                null),
                        new Block(Block.Kind.BULLETS, null, null, List.of("First", "[Second](https://example.com/)"))),
                12,
                1,
                publishedAt,
                breaking);
    }

    /** The article, edited by somebody who meant every part of it. */
    static ArticleUpdated updated(ArticlePublished article) {
        return updated(article, article.newsletters());
    }

    /** The same, for other newsletters. */
    static ArticleUpdated updated(ArticlePublished article, List<String> newsletters) {
        return new ArticleUpdated(
                article.articleId(),
                article.slug() + "-edited",
                article.url() + "-edited",
                article.headline() + ", edited",
                article.summary() + ", edited",
                article.topic(),
                article.authors(),
                newsletters,
                article.market(),
                article.image(),
                article.body(),
                article.wordCount(),
                article.readMinutes(),
                article.publishedAt(),
                article.breaking(),
                Instant.now());
    }

    static ArticleRetracted retracted(ArticlePublished article) {
        return new ArticleRetracted(article.articleId(), article.slug(), Instant.now());
    }

    /** The article as it is published once more, after a retraction. */
    static ArticlePublished again(ArticlePublished article) {
        return new ArticlePublished(
                article.articleId(),
                article.slug(),
                article.url(),
                article.headline(),
                article.summary(),
                article.topic(),
                article.authors(),
                article.newsletters(),
                article.market(),
                article.image(),
                article.body(),
                article.wordCount(),
                article.readMinutes(),
                Instant.now(),
                article.breaking());
    }

    void publish(Event event) {
        publish(event, Ids.next());
    }

    void publish(Event event, UUID eventId) {
        publish(event, eventId, Instant.now());
    }

    /** With the time at which it happened. */
    void publish(Event event, UUID eventId, Instant at) {
        EventType type = EventType.of(event);
        publish(
                type.topic(),
                event.aggregateId(),
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", eventId.toString(),
                        "ce_type", type.cloudEventsType(),
                        "ce_source", "/test",
                        "ce_subject", event.aggregateId(),
                        "ce_time", at.toString(),
                        "ce_dataschema", type.dataSchema(),
                        "content-type", "application/json"),
                EventJson.encode(event));
    }

    void publish(String topic, String key, Map<String, String> headers, byte[] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, header) -> record.headers().add(name, header.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
