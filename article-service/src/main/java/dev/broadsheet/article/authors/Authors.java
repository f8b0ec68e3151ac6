package dev.broadsheet.article.authors;

import dev.broadsheet.article.idempotency.CreationKey;
import dev.broadsheet.article.idempotency.Creations;
import dev.broadsheet.article.text.NamedSlug;
import dev.broadsheet.article.text.SlugFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules of authors, each method one transaction. */
@ApplicationScoped
class Authors {

    private static final Pattern SLUG = Pattern.compile(SlugFormat.EXPRESSION);

    private final AuthorRepository authors;
    private final Creations creations;
    private final Event<AuthorChanged> changed;

    Authors(AuthorRepository authors, Creations creations, Event<AuthorChanged> changed) {
        this.authors = authors;
        this.creations = creations;
        this.changed = changed;
    }

    @Transactional
    AuthorList all() {
        return new AuthorList(authors.byName());
    }

    @Transactional
    Optional<AuthorView> find(String slug) {
        // No author has another kind of slug, and PostgreSQL refuses to compare with some that an address can hold.
        return SLUG.matcher(slug).matches() ? authors.findByIdOptional(slug).map(Author::view) : Optional.empty();
    }

    /** A new author; under a key that was used before, the one that was made then, as they are now. */
    @Transactional
    AuthorView create(AuthorDraft draft, Optional<CreationKey> key) {
        String created = creations.once(key, draft, () -> {
            String slug = NamedSlug.of(draft.slug(), draft.name());
            if (!authors.insert(slug, draft.name().strip(), draft.newsletter())) {
                throw new ClientErrorException("There is an author with this slug already.", Status.CONFLICT);
            }
            return slug;
        });
        return authors.findById(created).view();
    }

    /** Creates an author or changes them; whether they were new. */
    @Transactional
    boolean put(String slug, AuthorDraft draft) {
        NamedSlug.requireSame(slug, draft.slug());
        String name = draft.name().strip();
        if (authors.insert(slug, name, draft.newsletter())) {
            return true;
        }
        Author author = authors.findById(slug, LockModeType.PESSIMISTIC_WRITE);
        if (author.change(name, draft.newsletter())) {
            authors.flush();
            changed.fire(new AuthorChanged(slug));
        }
        return false;
    }
}
