package dev.broadsheet.notification.edition;

import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.notification.newsletter.NewsletterLock;
import dev.broadsheet.notification.newsletter.Newsletters;
import dev.broadsheet.notification.newsletter.Plan;
import dev.broadsheet.outbox.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides which editions an article is in, in the transaction of the caller. What has closed stays as it was. */
@ApplicationScoped
class Editions {

    private final EditionRepository repository;
    private final DigestRepository open;
    private final Digests digests;
    private final Newsletters newsletters;
    private final NewsletterLock lock;
    private final Event<EditionClosed> closed;
    private final Clock clock;

    Editions(
            EditionRepository repository,
            DigestRepository open,
            Digests digests,
            Newsletters newsletters,
            NewsletterLock lock,
            Event<EditionClosed> closed,
            Clock clock) {
        this.repository = repository;
        this.open = open;
        this.digests = digests;
        this.newsletters = newsletters;
        this.lock = lock;
        this.closed = closed;
        this.clock = clock;
    }

    void publish(ArticlePublished article) {
        removeWhereNotNamed(article);
        article.newsletters().stream().distinct().forEach(newsletter -> publish(article, newsletter));
    }

    /** An edit mails nothing by itself: it changes what waits for its slot. */
    void update(ArticlePublished article) {
        removeWhereNotNamed(article);
        if (!article.breaking()) {
            article.newsletters().stream().distinct().forEach(newsletter -> joinDigest(article, newsletter));
        }
    }

    void withdraw(UUID article) {
        Set<String> holding = open.newslettersHolding(article);
        lock.acquire(holding);
        holding.forEach(newsletter -> open.remove(newsletter, article));
    }

    /** The caller holds the newsletter's lock. */
    void publish(ArticlePublished article, String newsletter) {
        Optional<Plan> plan = newsletters.plan(newsletter);
        if (article.breaking() || plan.filter(Plan::isImmediate).isPresent()) {
            openOwn(article, newsletter, plan);
        } else {
            joinDigest(article, newsletter);
        }
    }

    /**
     * An article that is an edition of its own: closed with its publication, so that its audience is who had confirmed by
     * then. A newsletter that is not known yet is not archived: the topics keep no order between each other.
     */
    private void openOwn(ArticlePublished article, String newsletter, Optional<Plan> plan) {
        if (plan.filter(Plan::archived).isEmpty()
                && !open.hasGoneOut(newsletter, article)
                && repository.openOwn(Ids.next(), newsletter, article, clock.instant())) {
            closed.fire(new EditionClosed());
        }
    }

    private void joinDigest(ArticlePublished article, String newsletter) {
        Optional<Plan> plan = newsletters.plan(newsletter);
        if (plan.isEmpty()) {
            open.waitForNewsletter(newsletter, article.articleId());
        } else if (!plan.get().archived() && !plan.get().isImmediate() && !open.hasGoneOut(newsletter, article)) {
            digests.add(newsletter, plan.get().schedule(), article);
        }
    }

    private void removeWhereNotNamed(ArticlePublished article) {
        Set<String> holding = open.newslettersHolding(article.articleId());
        Set<String> concerned = new LinkedHashSet<>(holding);
        concerned.addAll(article.newsletters());
        lock.acquire(concerned);
        holding.stream()
                .filter(newsletter -> !article.newsletters().contains(newsletter))
                .forEach(newsletter -> open.remove(newsletter, article.articleId()));
    }
}
