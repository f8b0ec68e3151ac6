package dev.broadsheet.subscription.newsletter;

import dev.broadsheet.contracts.newsletter.NewsletterChanged.Kind;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The catalog: what readers can sign up for. Archived newsletters are not in it. */
@ApplicationScoped
public class Newsletters {

    private static final Sort BY_NAME = Sort.by("name");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,100}");

    private final NewsletterRepository newsletters;
    private final OfferedNewsletters offered;

    Newsletters(NewsletterRepository newsletters, OfferedNewsletters offered) {
        this.newsletters = newsletters;
        this.offered = offered;
    }

    public List<NewsletterView> all() {
        return newsletters.list("archived = false", BY_NAME).stream()
                .map(Newsletter::toView)
                .toList();
    }

    public List<NewsletterView> ofKind(Kind kind) {
        return newsletters.list("archived = false and kind = ?1", BY_NAME, kind).stream()
                .map(Newsletter::toView)
                .toList();
    }

    public Optional<NewsletterView> find(String slug) {
        return newsletters
                .find("archived = false and slug in ?1", wellFormed(List.of(slug)))
                .firstResultOptional()
                .map(Newsletter::toView);
    }

    /** Those of the slugs that readers can sign up for. An archived one may still be among them for some seconds. */
    public Set<String> knownOf(Collection<String> slugs) {
        return offered.of(wellFormed(slugs));
    }

    /** PostgreSQL fails on text with a zero character instead of not finding it. */
    private static List<String> wellFormed(Collection<String> slugs) {
        return slugs.stream().filter(SLUG.asMatchPredicate()).toList();
    }
}
