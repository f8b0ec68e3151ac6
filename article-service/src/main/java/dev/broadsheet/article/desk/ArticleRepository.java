package dev.broadsheet.article.desk;

import dev.broadsheet.article.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class ArticleRepository implements PanacheRepositoryBase<Article, UUID> {

    private static final String WITH_NAMES = "from Article a join fetch a.topic left join fetch a.authors where ";

    private static final String LIST = """
            select new dev.broadsheet.article.desk.DeskListItem(
                a.id, a.slug, a.state, a.headline, t.slug, t.name, a.breaking, a.version, a.updatedAt, a.scheduledAt,
                a.publishedAt)
            from Article a join a.topic t
            where (a.updatedAt, a.id) < (:updatedAt, :id) %s
            order by a.updatedAt desc, a.id desc
            """;

    /** Rows that another replica is just publishing are passed over. */
    private static final String DUE = """
            SELECT id FROM article
            WHERE state = 'SCHEDULED' AND scheduled_at <= :now AND id <> ALL (:exceptions)
            ORDER BY scheduled_at, id
            LIMIT :limit
            FOR UPDATE SKIP LOCKED
            """;

    private static final String LEAVE_FORMER_SLUG = """
            INSERT INTO former_slug (slug, article_id) VALUES (:slug, :article) ON CONFLICT (slug) DO NOTHING
            """;

    /** Its row stays locked until the transaction ends, so that two changes of one article never interleave. */
    Optional<Article> findForChange(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<Article> findWithNames(UUID id) {
        return find(WITH_NAMES + "a.id = ?1", id).singleResultOptional();
    }

    /** Worked on last first, behind the cursor. */
    List<DeskListItem> list(Optional<ArticleState> state, Cursor after, int limit) {
        TypedQuery<DeskListItem> query = getEntityManager()
                .createQuery(LIST.formatted(state.isPresent() ? "and a.state = :state" : ""), DeskListItem.class)
                .setParameter("updatedAt", after.time())
                .setParameter("id", after.id());
        state.ifPresent(asked -> query.setParameter("state", asked));
        return query.setMaxResults(limit).getResultList();
    }

    /** Scheduled articles whose time has come, those due longest first, locked. */
    List<Article> findDue(Instant now, Set<UUID> exceptions, int limit) {
        List<?> due = getEntityManager()
                .createNativeQuery(DUE, UUID.class)
                .setParameter("now", now)
                .setParameter("exceptions", exceptions.toArray(UUID[]::new))
                .setParameter("limit", limit)
                .getResultList();
        return due.stream().map(id -> findById((UUID) id)).toList();
    }

    void leaveFormerSlug(Article article) {
        getEntityManager()
                .createNativeQuery(LEAVE_FORMER_SLUG)
                .setParameter("slug", article.slug())
                .setParameter("article", article.id())
                .executeUpdate();
    }

    /** An article that takes back a name of its own: the name leads nowhere else then. */
    void takeBackSlug(String slug) {
        getEntityManager()
                .createNativeQuery("DELETE FROM former_slug WHERE slug = :slug")
                .setParameter("slug", slug)
                .executeUpdate();
    }
}
