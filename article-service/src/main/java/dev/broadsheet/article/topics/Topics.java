package dev.broadsheet.article.topics;

import dev.broadsheet.article.idempotency.CreationKey;
import dev.broadsheet.article.idempotency.Creations;
import dev.broadsheet.article.text.NamedSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;

/** The rules of topics, each method one transaction. */
@ApplicationScoped
class Topics {

    private final TopicRepository topics;
    private final Creations creations;
    private final Event<TopicChanged> changed;

    Topics(TopicRepository topics, Creations creations, Event<TopicChanged> changed) {
        this.topics = topics;
        this.creations = creations;
        this.changed = changed;
    }

    @Transactional
    TopicList all() {
        return new TopicList(topics.inOrder());
    }

    /** A new topic; under a key that was used before, the one that was made then, as it is now. */
    @Transactional
    TopicView create(TopicDraft draft, Optional<CreationKey> key) {
        String created = creations.once(key, draft, () -> {
            String slug = NamedSlug.of(draft.slug(), draft.name());
            if (!topics.insert(slug, draft.name().strip(), draft.position())) {
                throw new ClientErrorException("There is a topic with this slug already.", Status.CONFLICT);
            }
            return slug;
        });
        return topics.findById(created).view();
    }

    /** Creates a topic or changes it; whether it was new. */
    @Transactional
    boolean put(String slug, TopicDraft draft) {
        NamedSlug.requireSame(slug, draft.slug());
        String name = draft.name().strip();
        if (topics.insert(slug, name, draft.position())) {
            return true;
        }
        Topic topic = topics.findById(slug, LockModeType.PESSIMISTIC_WRITE);
        if (topic.change(name, draft.position())) {
            topics.flush();
            changed.fire(new TopicChanged(slug));
        }
        return false;
    }
}
