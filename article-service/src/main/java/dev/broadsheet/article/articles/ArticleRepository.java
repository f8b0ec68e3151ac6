package dev.broadsheet.article.articles;

import dev.broadsheet.article.authors.Author;
import dev.broadsheet.article.authors.AuthorView;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class ArticleRepository implements PanacheRepositoryBase<Article, UUID> {

    private static final String WITH_NAMES = "from Article a join fetch a.topic left join fetch a.authors where ";

    private static final String NEWEST = """
            select new dev.broadsheet.article.articles.ListedArticle(
                a.id, a.slug, a.headline, a.summary, t.slug, t.name, a.newsletters, a.market, a.image,
                a.readMinutes, a.breaking, a.publishedAt)
            from Article a join a.topic t
            where a.state = dev.broadsheet.article.articles.ArticleState.PUBLISHED %s
            order by a.publishedAt desc, a.id desc
            """;

    private static final String BYLINES = """
            select a.id as article, author as author
            from Article a join a.authors author
            where a.id in :articles
            order by a.id, index(author)
            """;

    /** Its row stays locked until the transaction ends, so that two changes of one article never interleave. */
    Optional<Article> findForChange(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<Article> findWithNames(UUID id) {
        return find(WITH_NAMES + "a.id = ?1", id).singleResultOptional();
    }

    Optional<Article> findPublished(String slug) {
        return find(WITH_NAMES + "a.slug = ?1 and a.state = ?2", slug, ArticleState.PUBLISHED)
                .singleResultOptional();
    }

    List<ListedArticle> newest(Optional<ArticleCursor> after, int limit) {
        String beyond = after.isPresent() ? "and (a.publishedAt, a.id) < (:publishedAt, :id)" : "";
        TypedQuery<ListedArticle> query = getEntityManager().createQuery(NEWEST.formatted(beyond), ListedArticle.class);
        after.ifPresent(cursor ->
                query.setParameter("publishedAt", cursor.publishedAt()).setParameter("id", cursor.id()));
        return query.setMaxResults(limit).getResultList();
    }

    /** The authors of all these articles in one statement, in the order of each byline. */
    Map<UUID, List<AuthorView>> bylines(List<UUID> articles) {
        if (articles.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .createQuery(BYLINES, Tuple.class)
                .setParameter("articles", articles)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.get("article", UUID.class),
                        Collectors.mapping(
                                row -> row.get("author", Author.class).view(), Collectors.toList())));
    }
}
