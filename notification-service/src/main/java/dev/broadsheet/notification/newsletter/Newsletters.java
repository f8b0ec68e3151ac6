package dev.broadsheet.notification.newsletter;

import dev.broadsheet.contracts.newsletter.NewsletterChanged;
import dev.broadsheet.notification.mail.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The newsletters as subscription-service last told of them. */
@ApplicationScoped
public class Newsletters {

    private final NewsletterRepository repository;
    private final NewsletterLock lock;
    private final Event<NewsletterLearned> learned;

    Newsletters(NewsletterRepository repository, NewsletterLock lock, Event<NewsletterLearned> learned) {
        this.repository = repository;
        this.lock = lock;
        this.learned = learned;
    }

    @Transactional
    public Optional<Masthead> find(String slug) {
        return repository
                .findByIdOptional(slug)
                .map(it -> new Masthead(
                        it.slug, it.name, it.tagline, new Sender(it.senderName, it.senderAddress), it.archived));
    }

    /** Empty as long as this service has not heard of the newsletter. */
    @Transactional
    public Optional<Plan> plan(String slug) {
        return repository.findByIdOptional(slug).map(Newsletter::plan);
    }

    /** In the transaction of the caller. */
    void apply(NewsletterChanged state) {
        lock.acquire(state.slug());
        Newsletter newsletter = repository.findById(state.slug());
        if (newsletter == null) {
            newsletter = new Newsletter();
            newsletter.slug = state.slug();
            newsletter.become(state);
            repository.persistAndFlush(newsletter);
            learned.fire(new NewsletterLearned(state.slug(), state.changedAt(), null, newsletter.plan()));
        } else if (!state.changedAt().isBefore(newsletter.changedAt)) {
            Plan before = newsletter.plan();
            newsletter.become(state);
            repository.flush();
            learned.fire(new NewsletterLearned(state.slug(), state.changedAt(), before, newsletter.plan()));
        }
    }
}
