package dev.broadsheet.subscription.newsletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The slugs of the catalog in memory, because every sign-up asks for some. A change in this replica shows at once, one in
 * another after a few seconds; what is not in the copy is looked for in the database, so that nothing new is refused.
 */
@ApplicationScoped
class OfferedNewsletters {

    private final NewsletterRepository newsletters;
    private final Clock clock;
    private final Duration longestKept;

    /** A copy that was begun before a change may lack it: it counts for the number of changes that it has seen. */
    private final AtomicLong changes = new AtomicLong();

    private final AtomicReference<Copy> copy = new AtomicReference<>(new Copy(Set.of(), Instant.MIN, -1));

    OfferedNewsletters(NewsletterRepository newsletters, Clock clock, CatalogSettings settings) {
        this.newsletters = newsletters;
        this.clock = clock;
        this.longestKept = settings.longestKept();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) NewsletterSaved change) {
        changes.incrementAndGet();
    }

    /** Those of the slugs, all well formed, that are offered. */
    Set<String> of(Collection<String> slugs) {
        Set<String> offered = current();
        if (offered.containsAll(slugs)) {
            return Set.copyOf(slugs);
        }
        Set<String> known = new HashSet<>(slugs);
        known.retainAll(offered);
        Set<String> missing = new HashSet<>(slugs);
        missing.removeAll(offered);
        known.addAll(newsletters.offered(missing));
        return Set.copyOf(known);
    }

    private Set<String> current() {
        Copy kept = copy.get();
        Instant now = clock.instant();
        if (kept.changes() == changes.get() && now.isBefore(kept.until())) {
            return kept.slugs();
        }
        long seen = changes.get();
        Set<String> slugs = newsletters.offered();
        copy.set(new Copy(slugs, now.plus(longestKept), seen));
        return slugs;
    }

    private record Copy(Set<String> slugs, Instant until, long changes) {}
}
