package dev.broadsheet.notification.edition;

import dev.broadsheet.notification.newsletter.NewsletterLock;
import dev.broadsheet.notification.newsletter.Newsletters;
import dev.broadsheet.outbox.WorkLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Closes digests when their slot has come. Each replica has one; the newsletter's lock decides who closes, and whoever comes
 * second finds nothing open.
 */
@ApplicationScoped
class EditionCloser {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final DigestRepository repository;
    private final Digests digests;
    private final Newsletters newsletters;
    private final NewsletterLock lock;
    private final ArticlesRead articlesRead;
    private final EditionConfig config;
    private final Clock clock;
    private final WorkLoop loop = new WorkLoop("edition-closer", INTERVAL, this::closeDue);

    EditionCloser(
            DigestRepository repository,
            Digests digests,
            Newsletters newsletters,
            NewsletterLock lock,
            ArticlesRead articlesRead,
            EditionConfig config,
            Clock clock) {
        this.repository = repository;
        this.digests = digests;
        this.newsletters = newsletters;
        this.lock = lock;
        this.articlesRead = articlesRead;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private boolean closeDue() {
        Instant until = clock.instant().minus(config.grace());
        List<Edition> due = QuarkusTransaction.requiringNew().call(() -> repository.due(until));
        if (due.isEmpty()) {
            return false;
        }
        Instant newest = due.get(due.size() - 1).slot;
        // What was published before a slot and is not read yet belongs into its edition.
        if (!articlesRead.until(newest.plus(config.grace()))) {
            return false;
        }
        boolean any = false;
        for (String newsletter :
                due.stream().map(it -> it.newsletter).distinct().toList()) {
            any |= QuarkusTransaction.requiringNew().call(() -> closeDue(newsletter, newest));
        }
        return any;
    }

    private boolean closeDue(String newsletter, Instant until) {
        lock.acquire(newsletter);
        if (newsletters.plan(newsletter).orElseThrow().archived()) {
            digests.dropDue(newsletter, until);
            return true;
        }
        return digests.closeDue(newsletter, until);
    }
}
