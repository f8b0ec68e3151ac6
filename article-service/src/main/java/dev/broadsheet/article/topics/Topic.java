package dev.broadsheet.article.topics;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** A section of the newsroom. */
@Entity
@Immutable
public class Topic {

    @Id
    private String slug;

    private String name;

    private int position;

    protected Topic() {
        // For Hibernate.
    }

    public TopicView view() {
        return new TopicView(slug, name);
    }
}
