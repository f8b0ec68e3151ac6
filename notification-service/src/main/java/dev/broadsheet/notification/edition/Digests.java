package dev.broadsheet.notification.edition;

import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.notification.newsletter.Schedule;
import dev.broadsheet.outbox.Ids;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** Fills, moves and closes digests, in the transaction of a caller who holds the newsletter's lock. */
@ApplicationScoped
class Digests {

    private static final Logger LOG = Logger.getLogger(Digests.class);

    private final DigestRepository repository;
    private final Session session;
    private final EditionConfig config;
    private final Event<EditionClosed> closed;
    private final Counter oldNews;
    private final Clock clock;

    Digests(
            DigestRepository repository,
            Session session,
            EditionConfig config,
            Event<EditionClosed> closed,
            MeterRegistry meters,
            Clock clock) {
        this.repository = repository;
        this.session = session;
        this.config = config;
        this.closed = closed;
        this.oldNews = Counter.builder("broadsheet.editions.old.news")
                .description("Articles that joined no digest because their slot was long past")
                .register(meters);
        this.clock = clock;
    }

    /** An article joins the digest of the first slot after its publication, unless it is in an open one already. */
    void add(String newsletter, Schedule schedule, ArticlePublished article) {
        if (repository.stays(newsletter, article)) {
            return;
        }
        Instant now = clock.instant();
        Instant slot = schedule.firstAfter(article.publishedAt());
        if (slot.isBefore(now.minus(config.oldNews()))) {
            oldNews.increment();
            LOG.debugf("event=edition.article.old article=%s newsletter=%s", article.articleId(), newsletter);
            return;
        }
        repository.addArticle(openEdition(newsletter, schedule, slot, now), article);
    }

    /** What was closed stays closed: an article that comes a moment late waits for the slot after now. */
    private UUID openEdition(String newsletter, Schedule schedule, Instant slot, Instant now) {
        Instant free = notClosed(newsletter, schedule, slot, now);
        Optional<Edition> there = repository.find(newsletter, free);
        if (there.isPresent()) {
            return there.get().id;
        }
        UUID id = Ids.next();
        repository.open(id, newsletter, free, now);
        return id;
    }

    private Instant notClosed(String newsletter, Schedule schedule, Instant first, Instant now) {
        Instant slot = first;
        while (repository
                .find(newsletter, slot)
                .filter(it -> it.state != Edition.State.OPEN)
                .isPresent()) {
            slot = schedule.firstAfter(slot.isAfter(now) ? slot : now);
        }
        return slot;
    }

    /** The newsletter closes at other times since then; what was due before is due all the same. */
    void move(String newsletter, Schedule schedule, Instant changedAt) {
        for (Edition edition : repository.lockOpen(newsletter)) {
            if (edition.slot.isAfter(changedAt)) {
                move(edition, schedule, changedAt);
            }
        }
    }

    private void move(Edition edition, Schedule schedule, Instant changedAt) {
        Instant slot = notClosed(edition.newsletter, schedule, schedule.firstAfter(changedAt), clock.instant());
        Optional<Edition> there = repository.find(edition.newsletter, slot);
        if (there.isEmpty()) {
            edition.slot = slot;
            session.flush();
        } else if (!there.get().id.equals(edition.id)) {
            merge(edition, there.get());
        }
    }

    void closeAll(String newsletter) {
        close(repository.lockOpen(newsletter).stream().filter(it -> !it.held).toList());
    }

    /** Closes what was due at a time. Answers whether there was anything. */
    boolean closeDue(String newsletter, Instant until) {
        List<Edition> due = repository.lockOpen(newsletter).stream()
                .filter(it -> !it.held && !it.slot.isAfter(until))
                .toList();
        close(due);
        return !due.isEmpty();
    }

    void dropDue(String newsletter, Instant until) {
        repository.lockOpen(newsletter).stream()
                .filter(it -> !it.slot.isAfter(until))
                .forEach(it -> drop(it.id));
    }

    /** After a time in which nothing could close, readers get one edition and not several. */
    private void close(List<Edition> editions) {
        if (editions.isEmpty()) {
            return;
        }
        Edition newest = editions.get(editions.size() - 1);
        editions.subList(0, editions.size() - 1).forEach(it -> merge(it, newest));
        int articles = repository.settleArticles(newest.id);
        if (articles == 0) {
            repository.delete(newest.id);
            return;
        }
        newest.state = Edition.State.FREEZING;
        newest.closedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        session.flush();
        LOG.infof(
                "event=edition.closed edition=%s newsletter=%s articles=%d slot=%s merged=%d",
                newest.id, newest.newsletter, articles, newest.slot, editions.size() - 1);
        closed.fire(new EditionClosed());
    }

    private void merge(Edition from, Edition to) {
        repository.moveArticles(from.id, to.id);
        repository.delete(from.id);
    }

    private void drop(UUID edition) {
        repository.delete(edition);
        LOG.infof("event=edition.dropped edition=%s", edition);
    }
}
