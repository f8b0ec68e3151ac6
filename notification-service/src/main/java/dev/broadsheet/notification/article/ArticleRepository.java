package dev.broadsheet.notification.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class ArticleRepository implements PanacheRepositoryBase<Article, UUID> {

    private static final String RETRACT = """
            INSERT INTO retraction (article_id, retracted_at) VALUES (:article, :at)
            ON CONFLICT (article_id) DO UPDATE SET retracted_at = greatest(retraction.retracted_at, excluded.retracted_at)""";

    private static final String IS_RETRACTED_SINCE =
            "SELECT EXISTS (SELECT FROM retraction WHERE article_id = :article AND retracted_at >= :time)";

    private final Session session;

    ArticleRepository(Session session) {
        this.session = session;
    }

    void retract(UUID article, Instant at) {
        session.createNativeMutationQuery(RETRACT)
                .setParameter("article", article)
                .setParameter("at", at)
                .executeUpdate();
    }

    boolean isRetractedSince(UUID article, Instant time) {
        return session.createNativeQuery(IS_RETRACTED_SINCE, Boolean.class)
                .setParameter("article", article)
                .setParameter("time", time)
                .getSingleResult();
    }
}
