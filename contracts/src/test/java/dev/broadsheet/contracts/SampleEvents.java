package dev.broadsheet.contracts;

import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.contracts.article.ArticleRetracted;
import dev.broadsheet.contracts.article.ArticleUpdated;
import dev.broadsheet.contracts.article.Block;
import dev.broadsheet.contracts.delivery.DeliveryBatch;
import dev.broadsheet.contracts.delivery.EditionSent;
import dev.broadsheet.contracts.delivery.MailBounced;
import dev.broadsheet.contracts.delivery.MailComplained;
import dev.broadsheet.contracts.delivery.UnsubscribeRequested;
import dev.broadsheet.contracts.newsletter.NewsletterChanged;
import dev.broadsheet.contracts.newsletter.NewsletterChanged.Cadence;
import dev.broadsheet.contracts.newsletter.NewsletterChanged.Kind;
import dev.broadsheet.contracts.newsletter.NewsletterChanged.Sender;
import dev.broadsheet.contracts.subscription.AddressChangeRequested;
import dev.broadsheet.contracts.subscription.PreferencesLinkRequested;
import dev.broadsheet.contracts.subscription.SubscriberChanged;
import dev.broadsheet.contracts.subscription.SubscriberErased;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed.ConfirmedNewsletter;
import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import dev.broadsheet.contracts.subscription.SubscriptionCreated.Confirmation;
import dev.broadsheet.contracts.subscription.SubscriptionCreated.Source;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Records as the services make them: with everything there can be, with as little as there can be, and at the limits. */
final class SampleEvents {

    private static final Instant WHOLE_SECOND = Instant.parse("2026-03-02T06:15:30Z");
    private static final Instant NANOSECONDS = Instant.parse("2026-12-31T23:59:59.999999999Z");
    private static final String TOKEN = "c2FtcGxlLXRva2Vu.b25seS1mb3ItdGVzdHM";
    private static final UUID READER = id(1);

    private SampleEvents() {}

    static List<Event> all() {
        return Stream.of(subscriptions(), readers(), newsletters(), articles(), deliveries(), returns())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Event> subscriptions() {
        List<Event> events = new ArrayList<>();
        Confirmation confirmation = new Confirmation(TOKEN, NANOSECONDS);
        events.add(new SubscriptionCreated(
                id(2),
                READER,
                "ines.almeida@example.com",
                List.of("morning-brief", "climate-weekly"),
                "en-GB",
                "Europe/Lisbon",
                new Source("/newsletters?from=footer", "html"),
                confirmation,
                WHOLE_SECOND));
        events.add(new SubscriptionCreated(
                id(3),
                READER,
                "o'neill+" + "x".repeat(56) + "@" + "sub.".repeat(44) + "example.org",
                List.of("a"),
                "es",
                null,
                new Source(null, "api"),
                confirmation,
                NANOSECONDS));
        events.add(new SubscriptionConfirmed(
                READER,
                "t@example.com",
                List.of(new ConfirmedNewsletter("morning-brief", TOKEN), new ConfirmedNewsletter("a-1-b", TOKEN)),
                TOKEN,
                NANOSECONDS,
                "zh-Hant-TW",
                "Etc/GMT+1",
                true));
        events.add(new SubscriptionConfirmed(
                READER,
                "t@example.com",
                List.of(new ConfirmedNewsletter("a", TOKEN)),
                TOKEN,
                WHOLE_SECOND,
                "en",
                null));
        for (SubscriptionCancelled.Reason reason : SubscriptionCancelled.Reason.values()) {
            events.add(new SubscriptionCancelled(READER, List.of("morning-brief", "a"), reason, WHOLE_SECOND));
        }
        return events;
    }

    private static List<Event> readers() {
        return List.of(
                new SubscriberChanged(
                        READER,
                        "t@example.com",
                        "zh-Hant-TW",
                        "America/Argentina/Buenos_Aires",
                        NANOSECONDS,
                        NANOSECONDS),
                new SubscriberChanged(READER, "o'neill+a@example.org", "es", null, null, WHOLE_SECOND),
                new SubscriberErased(READER, NANOSECONDS),
                new PreferencesLinkRequested(
                        id(4),
                        READER,
                        "t@example.com",
                        "en-GB",
                        new PreferencesLinkRequested.Link(TOKEN, NANOSECONDS),
                        WHOLE_SECOND),
                new AddressChangeRequested(
                        id(5),
                        READER,
                        new AddressChangeRequested.Mailbox("t@example.com", TOKEN),
                        new AddressChangeRequested.Mailbox("T@mail.example.org", TOKEN + "-2"),
                        "es",
                        NANOSECONDS,
                        WHOLE_SECOND));
    }

    private static List<Event> newsletters() {
        List<Event> events = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            events.add(newsletter(Kind.LOCAL, Cadence.WEEKLY, LocalTime.of(6, 30), day, "Harbour City", false));
        }
        events.add(newsletter(Kind.TOPIC, Cadence.DAILY, LocalTime.MIDNIGHT, null, null, true));
        events.add(newsletter(Kind.SPECIAL, Cadence.DAILY, LocalTime.of(23, 59, 59), null, null, false));
        events.add(newsletter(Kind.TOPIC, Cadence.IMMEDIATE, null, null, null, false));
        return events;
    }

    private static NewsletterChanged newsletter(
            Kind kind, Cadence cadence, LocalTime time, DayOfWeek day, String market, boolean archived) {
        Sender sender = new Sender("Broadsheet \"Local\"", "local@news.example.com");
        return new NewsletterChanged(
                "harbour-city",
                "Harbour City",
                "What moved — and what did not.",
                kind,
                cadence,
                time,
                day,
                "America/Argentina/Buenos_Aires",
                market,
                sender,
                archived,
                WHOLE_SECOND);
    }

    private static List<Event> articles() {
        List<Block> body = List.of(
                new Block(
                        Block.Kind.PARAGRAPH, "Why it matters", "Text with **strong** and \"quotes\" \\ \u2028.", null),
                new Block(Block.Kind.HEADING, null, "What's next", null),
                new Block(Block.Kind.BULLETS, "Details", "Two things:", List.of("One", "Two <b>")),
                new Block(Block.Kind.BULLETS, null, null, List.of("x".repeat(10_000))),
                new Block(Block.Kind.QUOTE, "What they're saying", "“We got home for dinner.”", null));
        ArticlePublished.Image image = new ArticlePublished.Image(
                "https://news.example.com/a%20b.png?w=1&h=2", "", "Lena Osk", "The quay,\nlast Monday");
        ArticlePublished full = article(
                body, image, "Harbour City", List.of("morning-brief", "a"), Integer.MAX_VALUE, NANOSECONDS, true);
        ArticlePublished bare = article(List.of(), null, null, List.of(), 0, WHOLE_SECOND, false);
        return List.of(
                full,
                article(
                        body.subList(0, 1),
                        new ArticlePublished.Image("http://localhost:8080/i.png", "A quay", null, null),
                        null,
                        List.of("a"),
                        5,
                        WHOLE_SECOND,
                        false),
                bare,
                updated(full, NANOSECONDS),
                updated(bare, WHOLE_SECOND),
                new ArticleRetracted(id(10), "port-strike-ends", WHOLE_SECOND),
                new ArticleRetracted(id(10), "a", NANOSECONDS));
    }

    private static ArticlePublished article(
            List<Block> body,
            ArticlePublished.Image image,
            String market,
            List<String> newsletters,
            int words,
            Instant publishedAt,
            boolean breaking) {
        return new ArticlePublished(
                id(10),
                "port-strike-ends",
                "http://localhost:8080/articles/port-strike-ends",
                "Port strike ends — \"at last\" 🧮",
                "Tabs\tand\nnew lines.",
                new ArticlePublished.Topic("economy", "Economy & Work"),
                List.of(
                        new ArticlePublished.Author("zoe-obrien", "Zoë O’Brien"),
                        new ArticlePublished.Author("marta-quill", "Marta Quill")),
                newsletters,
                market,
                image,
                body,
                words,
                1,
                publishedAt,
                breaking);
    }

    private static ArticleUpdated updated(ArticlePublished article, Instant updatedAt) {
        return new ArticleUpdated(
                article.articleId(),
                "port-strike-is-over",
                "http://localhost:8080/articles/port-strike-is-over",
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
                article.publishedAt(),
                article.breaking(),
                updatedAt);
    }

    private static List<Event> deliveries() {
        return List.of(
                new EditionSent(
                        id(20),
                        "morning-brief",
                        List.of(id(10), id(11)),
                        Integer.MAX_VALUE + 5L,
                        Integer.MAX_VALUE,
                        5,
                        0,
                        WHOLE_SECOND,
                        NANOSECONDS),
                new EditionSent(id(21), "a", List.of(), 0, 0, 0, 0, WHOLE_SECOND, WHOLE_SECOND),
                new DeliveryBatch(id(30), id(20)));
    }

    private static List<Event> returns() {
        return List.of(
                new MailBounced(READER, MailBounced.Kind.HARD, "5.1.1", id(20), NANOSECONDS),
                new MailBounced(READER, MailBounced.Kind.SOFT, "4.999.999", id(20), WHOLE_SECOND),
                new MailBounced(READER, MailBounced.Kind.SOFT, null, null, WHOLE_SECOND),
                new MailComplained(READER, id(20), NANOSECONDS),
                new MailComplained(READER, null, WHOLE_SECOND),
                new UnsubscribeRequested(id(40), TOKEN, NANOSECONDS),
                new UnsubscribeRequested(id(41), "x".repeat(1024), WHOLE_SECOND));
    }

    private static UUID id(int number) {
        return UUID.fromString("019aabe2-1f00-7b44-a3c9-%012x".formatted(number));
    }
}
