package dev.broadsheet.notification.editiondesk;

import dev.broadsheet.notification.paging.Cursor;
import dev.broadsheet.notification.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The SQL of the desk's view of editions. */
@ApplicationScoped
class DeskEditionStore {

    private static final String COLUMNS = """
            SELECT id, newsletter, state, held, slot, opened_at, closed_at, finished_at, audience,
                   (SELECT count(*) FROM edition_article WHERE edition_id = edition.id) AS articles
            FROM edition""";

    private static final String PAGE = COLUMNS + """

            WHERE (CAST(:newsletter AS text) IS NULL OR newsletter = :newsletter)
              AND (CAST(:state AS text) IS NULL OR state = :state)
              AND (opened_at, id) < (:time, CAST(:id AS uuid))
            ORDER BY opened_at DESC, id DESC LIMIT :rows""";

    private static final String ONE = COLUMNS + " WHERE id = :id";

    /** Of one that has closed, as it closed; of one that is open, as it would close now. */
    private static final String ITEMS = """
            SELECT article.id, shown.content ->> 'headline' AS headline, shown.content ->> 'url' AS url
            FROM edition_article item JOIN article ON article.id = item.article_id
                CROSS JOIN LATERAL (SELECT CAST(coalesce(item.content, article.content) AS jsonb) AS content) shown
            WHERE item.edition_id = :edition
            ORDER BY item.position, article.published_at DESC, article.id DESC""";

    private static final String BEYOND_ALL_IDS = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private final Session session;

    DeskEditionStore(Session session) {
        this.session = session;
    }

    List<ListedEdition> page(EditionFilter filter, PageRequest page) {
        Cursor after = page.after().orElse(new Cursor(Cursor.END_OF_TIME, BEYOND_ALL_IDS));
        return scalars(session.createNativeQuery(PAGE, Tuple.class))
                .setParameter("newsletter", filter.newsletter().slug(), String.class)
                .setParameter("state", filter.state(), String.class)
                .setParameter("time", after.time())
                .setParameter("id", after.id())
                .setParameter("rows", page.rows())
                .getResultList()
                .stream()
                .map(DeskEditionStore::edition)
                .toList();
    }

    Optional<ListedEdition> find(UUID id) {
        return scalars(session.createNativeQuery(ONE, Tuple.class)).setParameter("id", id).getResultList().stream()
                .map(DeskEditionStore::edition)
                .findFirst();
    }

    List<DeskEdition.Item> items(UUID edition) {
        return session.createNativeQuery(ITEMS, Tuple.class).setParameter("edition", edition).getResultList().stream()
                .map(row -> new DeskEdition.Item(
                        row.get("id", UUID.class), row.get("headline", String.class), row.get("url", String.class)))
                .toList();
    }

    private static NativeQuery<Tuple> scalars(NativeQuery<Tuple> query) {
        return query.addScalar("id", UUID.class)
                .addScalar("newsletter", String.class)
                .addScalar("state", String.class)
                .addScalar("held", Boolean.class)
                .addScalar("slot", Instant.class)
                .addScalar("opened_at", Instant.class)
                .addScalar("closed_at", Instant.class)
                .addScalar("finished_at", Instant.class)
                .addScalar("audience", Long.class)
                .addScalar("articles", Long.class);
    }

    private static ListedEdition edition(Tuple row) {
        return new ListedEdition(
                row.get("id", UUID.class),
                row.get("newsletter", String.class),
                row.get("state", String.class),
                row.get("held", Boolean.class),
                row.get("slot", Instant.class),
                row.get("opened_at", Instant.class),
                row.get("closed_at", Instant.class),
                row.get("finished_at", Instant.class),
                row.get("audience", Long.class),
                row.get("articles", Long.class));
    }
}
