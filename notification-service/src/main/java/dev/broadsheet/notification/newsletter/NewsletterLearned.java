package dev.broadsheet.notification.newsletter;

import java.time.Instant;

/**
 * This service has learned of a newsletter's state. Fired in the transaction that keeps it, under the newsletter's lock.
 *
 * @param changedAt when the newsletter changed
 * @param before its plan until then; null if the newsletter was not known
 */
public record NewsletterLearned(String slug, Instant changedAt, Plan before, Plan now) {}
