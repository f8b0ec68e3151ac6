package dev.broadsheet.notification.article;

import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.contracts.article.ArticleRetracted;
import dev.broadsheet.contracts.article.ArticleUpdated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * The articles as article-service last told of them. What happened earlier than what is known already changes nothing:
 * an event that was set aside and is published again comes late.
 */
@ApplicationScoped
public class Articles {

    private final ArticleRepository repository;

    Articles(ArticleRepository repository) {
        this.repository = repository;
    }

    /** The article. It is there for every edition that names it. */
    @Transactional
    public ArticlePublished get(UUID id) {
        return repository.findById(id).current();
    }

    /** Keeps the article. The answer is how it is now; empty if it was retracted since. In the transaction of the caller. */
    public Optional<ArticlePublished> remember(ArticlePublished published, Instant at) {
        return keep(published, at.truncatedTo(ChronoUnit.MICROS));
    }

    /** Keeps the article as it was edited, likewise. */
    public Optional<ArticlePublished> remember(ArticleUpdated updated, Instant at) {
        return keep(stateOf(updated), at.truncatedTo(ChronoUnit.MICROS));
    }

    /** False if the article was published again since. In the transaction of the caller. */
    public boolean retract(ArticleRetracted retracted, Instant at) {
        Instant time = at.truncatedTo(ChronoUnit.MICROS);
        repository.retract(retracted.articleId(), time);
        Article article = repository.findById(retracted.articleId());
        return article == null || !article.changedAt.isAfter(time);
    }

    private Optional<ArticlePublished> keep(ArticlePublished state, Instant at) {
        UUID id = state.articleId();
        if (repository.isRetractedSince(id, at)) {
            return Optional.empty();
        }
        Article article = repository.findById(id);
        if (article == null) {
            article = new Article();
            article.id = id;
            article.become(state, at);
            repository.persistAndFlush(article);
        } else if (!at.isBefore(article.changedAt)) {
            article.become(state, at);
            repository.flush();
        }
        return Optional.of(article.current());
    }

    private static ArticlePublished stateOf(ArticleUpdated updated) {
        return new ArticlePublished(
                updated.articleId(),
                updated.slug(),
                updated.url(),
                updated.headline(),
                updated.summary(),
                updated.topic(),
                updated.authors(),
                updated.newsletters(),
                updated.market(),
                updated.image(),
                updated.body(),
                updated.wordCount(),
                updated.readMinutes(),
                updated.publishedAt(),
                updated.breaking());
    }
}
