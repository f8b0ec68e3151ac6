package dev.broadsheet.article.authors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Objects;

/** Someone who writes. */
@Entity
public class Author {

    @Id
    private String slug;

    private String name;

    private String newsletter;

    protected Author() {
        // For Hibernate.
    }

    /** Whether that is anything new. */
    boolean change(String name, String newsletter) {
        boolean changes = !name.equals(this.name) || !Objects.equals(newsletter, this.newsletter);
        this.name = name;
        this.newsletter = newsletter;
        return changes;
    }

    public AuthorView view() {
        return new AuthorView(slug, name, newsletter);
    }
}
