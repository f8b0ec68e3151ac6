package dev.broadsheet.subscription.newsletter;

import dev.broadsheet.outbox.Outbox;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

/** Publishes newsletters that a migration added or changed. */
@ApplicationScoped
class NewsletterAnnouncer {

    private final NewsletterRepository newsletters;
    private final Outbox outbox;

    NewsletterAnnouncer(NewsletterRepository newsletters, Outbox outbox) {
        this.newsletters = newsletters;
        this.outbox = outbox;
    }

    @Transactional
    void announceChanges(@Observes StartupEvent start) {
        newsletters.lockUnannounced().forEach(newsletter -> outbox.append(newsletter.announce()));
    }
}
