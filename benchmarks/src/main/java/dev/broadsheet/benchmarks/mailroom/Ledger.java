package dev.broadsheet.benchmarks.mailroom;

import dev.broadsheet.benchmarks.postgres.Postgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What notification-service's database says of editions. One thread at a time. */
public final class Ledger implements AutoCloseable {

    private static final String FIND_EDITION = "SELECT edition_id FROM edition_article WHERE article_id = ?";
    private static final String IS_EDITION_THERE = "SELECT EXISTS (" + FIND_EDITION + ")";
    private static final String IS_FROZEN =
            "SELECT EXISTS (SELECT FROM edition WHERE id = ? AND state IN ('SENDING', 'SENT'))";
    private static final String IS_SENT = "SELECT EXISTS (SELECT FROM edition WHERE id = ? AND state = 'SENT')";
    private static final String STATES =
            "SELECT state || ' ' || count(*) FROM delivery WHERE edition_id = ? GROUP BY state";

    private static final String COUNT_MISSED = """
            SELECT count(*) FROM audience_member member
            WHERE newsletter = ? AND NOT EXISTS (
                SELECT FROM delivery WHERE edition_id = ? AND subscriber_id = member.subscriber_id AND state = 'SENT')""";

    /** Milliseconds. */
    private static final String FIRST_AND_LAST = """
            SELECT concat_ws(' ', (extract(epoch FROM min(handed_over_at) - closed_at) * 1000)::bigint,
                (extract(epoch FROM max(handed_over_at) - closed_at) * 1000)::bigint)
            FROM delivery JOIN edition ON edition.id = edition_id
            WHERE edition_id = ? AND delivery.state = 'SENT' GROUP BY closed_at""";

    private static final String IS_NEWSLETTER_KNOWN = "SELECT EXISTS (SELECT FROM newsletter WHERE slug = ?)";
    private static final String COUNT_UNDER_WAY =
            "SELECT coalesce(sum(cardinality(under_way)), 0) FROM delivery_batch WHERE state = 'TAKEN'";

    private final Postgres postgres;

    Ledger(Postgres postgres) {
        this.postgres = postgres;
    }

    public Postgres postgres() {
        return postgres;
    }

    void add(Audience audience) {
        postgres.run(Audience.ADD_READERS, audience.readers());
        postgres.run(Audience.JOIN, audience.newsletter(), audience.readers());
        // Freezing reads the audience by its index only if the planner knows how large it is.
        postgres.run("ANALYZE");
    }

    void awaitNewsletter(String slug, Duration limit) {
        postgres.await(IS_NEWSLETTER_KNOWN, limit, "nobody heard of the newsletter " + slug, slug);
    }

    UUID awaitEdition(UUID article, Duration limit) {
        postgres.await(IS_EDITION_THERE, limit, "the article made no edition", article);
        return UUID.fromString(postgres.text(FIND_EDITION, article));
    }

    public void awaitFrozen(UUID edition, Duration limit) {
        postgres.await(IS_FROZEN, limit, "the edition was not frozen", edition);
    }

    public void awaitSent(UUID edition, Duration limit) {
        postgres.await(IS_SENT, limit, "the edition was not sent", edition);
    }

    public boolean isSent(UUID edition) {
        return postgres.text(IS_SENT, edition).equals("t");
    }

    /** How many deliveries are in which state. */
    public Map<String, Long> states(UUID edition) {
        Map<String, Long> states = new TreeMap<>();
        postgres.texts(STATES, edition).forEach(row -> {
            String[] words = row.split(" ");
            states.put(words[0], Long.parseLong(words[1]));
        });
        return states;
    }

    /** Members of the audience whose delivery is not handed over, or not there at all. */
    public long missed(String newsletter, UUID edition) {
        return postgres.number(COUNT_MISSED, newsletter, edition);
    }

    /** Deliveries that some sender has begun and not recorded, alive or not. */
    public long underWay() {
        return postgres.number(COUNT_UNDER_WAY);
    }

    /** When the first and the last delivery were handed over, after the edition's close. */
    public Span span(UUID edition) {
        List<Long> milliseconds = List.of(postgres.text(FIRST_AND_LAST, edition).split(" ")).stream()
                .map(Long::parseLong)
                .toList();
        return new Span(Duration.ofMillis(milliseconds.get(0)), Duration.ofMillis(milliseconds.get(1)));
    }

    @Override
    public void close() {
        postgres.close();
    }

    /** Two moments after an edition's close. */
    public record Span(Duration first, Duration last) {}
}
