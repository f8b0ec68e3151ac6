package dev.broadsheet.article.topics;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A section of the newsroom. */
@Entity
public class Topic {

    @Id
    private String slug;

    private String name;

    private int position;

    protected Topic() {
        // For Hibernate.
    }

    /**
     * @param position null: where it is
     * @return whether that is anything new
     */
    boolean change(String name, Integer position) {
        int place = position == null ? this.position : position;
        boolean changes = !name.equals(this.name) || place != this.position;
        this.name = name;
        this.position = place;
        return changes;
    }

    public TopicView view() {
        return new TopicView(slug, name);
    }
}
