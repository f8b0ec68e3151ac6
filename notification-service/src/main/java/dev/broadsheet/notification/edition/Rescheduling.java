package dev.broadsheet.notification.edition;

import dev.broadsheet.notification.article.Articles;
import dev.broadsheet.notification.newsletter.NewsletterLearned;
import dev.broadsheet.notification.newsletter.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;

/** What becomes of open editions, and of articles that wait for one, when a newsletter is learned of. */
@ApplicationScoped
class Rescheduling {

    private final Editions editions;
    private final Digests digests;
    private final DigestRepository open;
    private final Articles articles;

    Rescheduling(Editions editions, Digests digests, DigestRepository open, Articles articles) {
        this.editions = editions;
        this.digests = digests;
        this.open = open;
        this.articles = articles;
    }

    void follow(@Observes NewsletterLearned learned) {
        open.endWaits(learned.slug()).forEach(article -> editions.publish(articles.get(article), learned.slug()));
        if (learned.before() != null && !isSameRhythm(learned.before(), learned.now())) {
            reschedule(learned);
        }
    }

    private void reschedule(NewsletterLearned learned) {
        if (!learned.now().isImmediate()) {
            digests.move(learned.slug(), learned.now().schedule(), learned.changedAt());
        } else if (!learned.now().archived()) {
            digests.closeAll(learned.slug());
        }
    }

    private static boolean isSameRhythm(Plan before, Plan now) {
        return Objects.equals(before.schedule(), now.schedule());
    }
}
