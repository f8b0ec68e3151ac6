package dev.broadsheet.article.reading;

import dev.broadsheet.article.authors.AuthorChanged;
import dev.broadsheet.article.served.NamesChanged;
import dev.broadsheet.article.topics.TopicChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/** Brings search and caches up to date with a changed name, in the transaction of the change. */
@ApplicationScoped
class ChangedNames {

    private final PublicationIndex index;
    private final Event<NamesChanged> changed;

    ChangedNames(PublicationIndex index, Event<NamesChanged> changed) {
        this.index = index;
        this.changed = changed;
    }

    void topic(@Observes TopicChanged topic) {
        index.renameTopic(topic.slug());
        changed.fire(new NamesChanged());
    }

    void author(@Observes AuthorChanged author) {
        index.renameAuthor(author.slug());
        changed.fire(new NamesChanged());
    }
}
