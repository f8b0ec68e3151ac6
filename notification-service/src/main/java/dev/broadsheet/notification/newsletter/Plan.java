package dev.broadsheet.notification.newsletter;

/**
 * How a newsletter's articles become editions.
 *
 * @param archived nothing is sent
 * @param schedule when its digests close; null: each article is an edition of its own
 */
public record Plan(boolean archived, Schedule schedule) {

    public boolean isImmediate() {
        return schedule == null;
    }
}
