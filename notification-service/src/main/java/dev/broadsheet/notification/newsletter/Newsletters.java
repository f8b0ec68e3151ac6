package dev.broadsheet.notification.newsletter;

import dev.broadsheet.contracts.newsletter.NewsletterChanged;
import dev.broadsheet.notification.mail.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The newsletters as subscription-service last told of them. */
@ApplicationScoped
public class Newsletters {

    private final NewsletterRepository repository;

    Newsletters(NewsletterRepository repository) {
        this.repository = repository;
    }

    @Transactional
    public Optional<Masthead> find(String slug) {
        return repository
                .findByIdOptional(slug)
                .map(it -> new Masthead(
                        it.slug, it.name, it.tagline, new Sender(it.senderName, it.senderAddress), it.archived));
    }

    void apply(NewsletterChanged state) {
        Newsletter newsletter = repository.findById(state.slug());
        if (newsletter == null) {
            newsletter = new Newsletter();
            newsletter.slug = state.slug();
            newsletter.become(state);
            repository.persist(newsletter);
        } else if (!state.changedAt().isBefore(newsletter.changedAt)) {
            newsletter.become(state);
        }
    }
}
