package dev.broadsheet.article.authors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** Someone who writes. */
@Entity
@Immutable
public class Author {

    @Id
    private String slug;

    private String name;

    private String newsletter;

    protected Author() {
        // For Hibernate.
    }

    public AuthorView view() {
        return new AuthorView(slug, name, newsletter);
    }
}
