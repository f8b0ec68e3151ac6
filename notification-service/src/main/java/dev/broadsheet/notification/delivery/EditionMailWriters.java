package dev.broadsheet.notification.delivery;

import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.markup.BodyMarkup;
import dev.broadsheet.notification.article.Articles;
import dev.broadsheet.notification.mail.Links;
import dev.broadsheet.notification.mail.MailConfig;
import dev.broadsheet.notification.newsletter.Newsletters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Prepares what all mails of an edition share, once per batch. */
@ApplicationScoped
class EditionMailWriters {

    private static final String FIND_EDITION =
            "SELECT newsletter, CAST(extract(epoch FROM closed_at) * 1000 AS bigint) AS closed_at FROM edition WHERE id = :edition";

    private static final String FIND_ARTICLES =
            "SELECT article_id FROM edition_article WHERE edition_id = :edition ORDER BY position";

    private final Session session;
    private final Newsletters newsletters;
    private final Articles articles;
    private final Links links;
    private final MailConfig config;

    EditionMailWriters(Session session, Newsletters newsletters, Articles articles, Links links, MailConfig config) {
        this.session = session;
        this.newsletters = newsletters;
        this.articles = articles;
        this.links = links;
        this.config = config;
    }

    /** Empty as long as this service has not heard of the edition's newsletter. */
    @Transactional
    Optional<EditionMailWriter> of(UUID edition) {
        Tuple row = session.createNativeQuery(FIND_EDITION, Tuple.class)
                .setParameter("edition", edition)
                .getSingleResult();
        Instant closedAt = Instant.ofEpochMilli(row.get("closed_at", Long.class));
        return newsletters
                .find(row.get("newsletter", String.class))
                .map(masthead -> new EditionMailWriter(edition, closedAt, masthead, stories(edition), links, config));
    }

    private List<Story> stories(UUID edition) {
        return session
                .createNativeQuery(FIND_ARTICLES, UUID.class)
                .setParameter("edition", edition)
                .getResultList()
                .stream()
                .map(articles::get)
                .map(this::story)
                .toList();
    }

    private Story story(ArticlePublished article) {
        return new Story(
                article.headline(),
                article.url(),
                article.topic().name(),
                String.join(
                        ", ",
                        article.authors().stream()
                                .map(ArticlePublished.Author::name)
                                .toList()),
                article.readMinutes(),
                BodyMarkup.html(article.body()),
                BodyMarkup.text(article.body()));
    }
}
