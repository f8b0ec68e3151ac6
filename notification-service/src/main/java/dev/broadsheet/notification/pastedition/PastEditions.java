package dev.broadsheet.notification.pastedition;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.notification.newsletter.NewsletterFilter;
import dev.broadsheet.notification.paging.Cursor;
import dev.broadsheet.notification.paging.Page;
import dev.broadsheet.notification.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Editions that have closed, as everybody may read them. */
@ApplicationScoped
class PastEditions {

    private static final String COLUMNS = """
            SELECT edition.id, edition.newsletter, coalesce(newsletter.name, edition.newsletter) AS name,
                   edition.closed_at,
                   (SELECT CAST(content AS jsonb) ->> 'headline' FROM edition_article
                    WHERE edition_id = edition.id ORDER BY position LIMIT 1) AS subject
            FROM edition LEFT JOIN newsletter ON newsletter.slug = edition.newsletter
            WHERE edition.state <> 'OPEN'""";

    private static final String PAGE = COLUMNS + """

              AND (CAST(:newsletter AS text) IS NULL OR edition.newsletter = :newsletter)
              AND (edition.closed_at, edition.id) < (:time, CAST(:id AS uuid))
            ORDER BY edition.closed_at DESC, edition.id DESC LIMIT :rows""";

    private static final String ONE = COLUMNS + " AND edition.id = :id";

    private static final String CONTENTS =
            "SELECT content FROM edition_article WHERE edition_id = :edition ORDER BY position";

    private static final String BEYOND_ALL_IDS = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private final Session session;

    PastEditions(Session session) {
        this.session = session;
    }

    /** The newest first. */
    @Transactional
    Page<ListedPastEdition> list(NewsletterFilter newsletter, PageRequest page) {
        Cursor after = page.after().orElse(new Cursor(Cursor.END_OF_TIME, BEYOND_ALL_IDS));
        List<ListedPastEdition> rows = scalars(session.createNativeQuery(PAGE, Tuple.class))
                .setParameter("newsletter", newsletter.slug(), String.class)
                .setParameter("time", after.time())
                .setParameter("id", after.id())
                .setParameter("rows", page.rows())
                .getResultList()
                .stream()
                .map(PastEditions::listed)
                .toList();
        return page.pageOf(rows, it -> new Cursor(it.closedAt(), it.id().toString()));
    }

    @Transactional
    Optional<PastEdition> find(UUID id) {
        return scalars(session.createNativeQuery(ONE, Tuple.class)).setParameter("id", id).getResultList().stream()
                .map(PastEditions::listed)
                .map(it -> new PastEdition(it.id(), it.newsletter(), it.subject(), it.closedAt(), items(it.id())))
                .findFirst();
    }

    private List<PastEdition.Item> items(UUID edition) {
        return session
                .createNativeQuery(CONTENTS, String.class)
                .setParameter("edition", edition)
                .getResultList()
                .stream()
                .map(content -> EventJson.decode(ArticlePublished.class, content.getBytes(StandardCharsets.UTF_8)))
                .map(PastEditions::item)
                .toList();
    }

    private static PastEdition.Item item(ArticlePublished article) {
        return new PastEdition.Item(
                article.headline(),
                article.summary(),
                article.url(),
                article.topic().name(),
                article.authors().stream().map(ArticlePublished.Author::name).collect(Collectors.joining(", ")),
                article.readMinutes());
    }

    private static NativeQuery<Tuple> scalars(NativeQuery<Tuple> query) {
        return query.addScalar("id", UUID.class)
                .addScalar("newsletter", String.class)
                .addScalar("name", String.class)
                .addScalar("closed_at", Instant.class)
                .addScalar("subject", String.class);
    }

    private static ListedPastEdition listed(Tuple row) {
        return new ListedPastEdition(
                row.get("id", UUID.class),
                new PastEdition.Newsletter(row.get("newsletter", String.class), row.get("name", String.class)),
                row.get("subject", String.class),
                row.get("closed_at", Instant.class));
    }
}
