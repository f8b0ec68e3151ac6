package dev.broadsheet.subscription.newsletter;

import dev.broadsheet.contracts.newsletter.NewsletterChanged.Cadence;
import dev.broadsheet.contracts.newsletter.NewsletterChanged.Kind;

/**
 * A newsletter as readers see it in the catalog.
 *
 * @param market null except for local editions
 * @param curator null where no single author signs the newsletter
 */
public record NewsletterView(
        String slug,
        String name,
        String tagline,
        String description,
        Kind kind,
        Cadence cadence,
        String market,
        Curator curator) {

    public record Curator(String slug, String name) {}
}
