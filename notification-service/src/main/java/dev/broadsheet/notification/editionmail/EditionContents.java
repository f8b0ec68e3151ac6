package dev.broadsheet.notification.editionmail;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.notification.newsletter.Newsletters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Reads what editions are made of. */
@ApplicationScoped
class EditionContents {

    private static final String FIND_EDITION =
            "SELECT newsletter, closed_at, slot IS NOT NULL AS is_digest FROM edition WHERE id = :edition";

    /** The articles of an open edition are as they are now, and in the order in which it would close. */
    private static final String FIND_ARTICLES = """
            SELECT coalesce(edition_article.content, article.content) FROM edition_article
                JOIN article ON article.id = edition_article.article_id
            WHERE edition_article.edition_id = :edition
            ORDER BY edition_article.position, article.published_at DESC, article.id DESC""";

    private final Session session;
    private final Newsletters newsletters;

    EditionContents(Session session, Newsletters newsletters) {
        this.session = session;
        this.newsletters = newsletters;
    }

    /** Empty for an edition of an unknown newsletter, and one without articles. */
    @Transactional
    Optional<EditionContent> find(UUID edition) {
        return session
                .createNativeQuery(FIND_EDITION, Tuple.class)
                .setParameter("edition", edition)
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(row -> content(edition, row));
    }

    private Optional<EditionContent> content(UUID edition, Tuple row) {
        List<ArticlePublished> articles = articles(edition);
        if (articles.isEmpty()) {
            return Optional.empty();
        }
        return newsletters
                .find(row.get("newsletter", String.class))
                .map(masthead -> new EditionContent(
                        edition,
                        masthead,
                        row.get("closed_at", Instant.class),
                        row.get("is_digest", Boolean.class),
                        articles));
    }

    private List<ArticlePublished> articles(UUID edition) {
        return session
                .createNativeQuery(FIND_ARTICLES, String.class)
                .setParameter("edition", edition)
                .getResultList()
                .stream()
                .map(json -> EventJson.decode(ArticlePublished.class, json.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
