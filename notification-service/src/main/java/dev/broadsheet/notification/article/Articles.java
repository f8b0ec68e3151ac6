package dev.broadsheet.notification.article;

import dev.broadsheet.contracts.article.ArticlePublished;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The articles as article-service published them. */
@ApplicationScoped
public class Articles {

    private final ArticleRepository repository;

    Articles(ArticleRepository repository) {
        this.repository = repository;
    }

    /** The article. It is there for every edition that names it. */
    @Transactional
    public ArticlePublished get(UUID id) {
        return repository.findById(id).published();
    }

    /** Keeps the article, in the transaction of the caller. */
    public void remember(ArticlePublished published) {
        Article article = repository.findById(published.articleId());
        if (article == null) {
            article = new Article();
            article.id = published.articleId();
            article.become(published);
            repository.persistAndFlush(article);
        } else {
            article.become(published);
        }
    }
}
