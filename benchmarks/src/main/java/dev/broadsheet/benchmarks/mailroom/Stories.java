package dev.broadsheet.benchmarks.mailroom;

import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.contracts.article.Block;
import dev.broadsheet.contracts.newsletter.NewsletterChanged;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is published: invented newsletters, and a breaking article of some 250 words. */
final class Stories {

    private static final String SENTENCE =
            "The council met on Tuesday and voted for the *new* timetable, which the harbour had asked for since spring. ";
    private static final int SENTENCES = 4;
    private static final List<String> LEADS = List.of("What's new", "Why it matters", "The details");

    private Stories() {}

    static NewsletterChanged newsletter(String slug) {
        return new NewsletterChanged(
                slug,
                "The " + slug,
                "What is measured",
                NewsletterChanged.Kind.TOPIC,
                NewsletterChanged.Cadence.IMMEDIATE,
                null,
                null,
                "UTC",
                null,
                new NewsletterChanged.Sender("The " + slug, slug + "@broadsheet.example"),
                false,
                now());
    }

    static ArticlePublished breaking(UUID id, String newsletter) {
        return new ArticlePublished(
                id,
                "timetable-" + id,
                "https://news.example.com/articles/timetable-" + id,
                "The harbour gets its timetable",
                "The council votes for what was asked for in spring.",
                new ArticlePublished.Topic("economy", "Economy"),
                List.of(new ArticlePublished.Author("amara-okafor", "Amara Okafor")),
                List.of(newsletter),
                null,
                null,
                body(),
                250,
                1,
                now(),
                true);
    }

    private static List<Block> body() {
        List<Block> blocks = new ArrayList<>();
        for (String lead : LEADS) {
            blocks.add(new Block(
                    Block.Kind.PARAGRAPH, lead, SENTENCE.repeat(SENTENCES).trim(), null));
        }
        blocks.add(new Block(
                Block.Kind.BULLETS,
                "Go deeper",
                null,
                List.of("The first ferry leaves at six.", "The last one waits for the train.", SENTENCE.trim())));
        return blocks;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
