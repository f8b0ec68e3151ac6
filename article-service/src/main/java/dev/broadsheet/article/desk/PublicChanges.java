package dev.broadsheet.article.desk;

import dev.broadsheet.article.authors.AuthorView;
import dev.broadsheet.article.reading.PublicationIndex;
import dev.broadsheet.article.served.ArticleChanged;
import dev.broadsheet.article.site.PublicSite;
import dev.broadsheet.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * What follows from a change that the public sees, in the transaction of the change: the article is listed and found as it
 * is now, the other services are told, and no cache keeps what was before. The article's row is written by then.
 */
@ApplicationScoped
class PublicChanges {

    private final PublicationIndex index;
    private final Outbox outbox;
    private final PublicSite site;
    private final Event<ArticleChanged> changed;

    PublicChanges(PublicationIndex index, Outbox outbox, PublicSite site, Event<ArticleChanged> changed) {
        this.index = index;
        this.outbox = outbox;
        this.site = site;
        this.changed = changed;
    }

    void published(Article article) {
        index(article);
        outbox.append(ArticleEvents.published(article, site.article(article.slug())));
        changed.fire(new ArticleChanged(article.id()));
    }

    void updated(Article article) {
        index(article);
        outbox.append(ArticleEvents.updated(article, site.article(article.slug())));
        changed.fire(new ArticleChanged(article.id()));
    }

    void retracted(Article article) {
        index.remove(article.id());
        outbox.append(ArticleEvents.retracted(article));
        changed.fire(new ArticleChanged(article.id()));
    }

    private void index(Article article) {
        index.put(
                article.id(),
                article.topic().slug(),
                article.authors().stream().map(AuthorView::slug).toList(),
                article.newsletters(),
                article.market(),
                ArticleText.searchable(article.body()));
    }
}
