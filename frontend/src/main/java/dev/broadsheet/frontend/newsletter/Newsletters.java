package dev.broadsheet.frontend.newsletter;

import dev.broadsheet.frontend.api.Api;
import dev.broadsheet.frontend.api.RefusedException;
import dev.broadsheet.frontend.api.UnavailableException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The catalog. */
@Singleton
public class Newsletters {

    private final Api api;
    private final NewsletterApi newsletters;

    Newsletters(Api api, @RestClient NewsletterApi newsletters) {
        this.api = api;
        this.newsletters = newsletters;
    }

    /** @throws UnavailableException if the catalog cannot be read now */
    public List<Newsletter> all() {
        return api.fetch(newsletters::all).items();
    }

    /**
     * @return nothing if there is no such newsletter any more
     * @throws UnavailableException if the catalog cannot be read now
     */
    public Optional<Newsletter> find(String slug) {
        try {
            return Optional.of(api.ask(() -> newsletters.one(slug)));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    /** Names for slugs, in their order. Where the catalog does not help, a slug is its own name. */
    public List<String> names(List<String> slugs) {
        if (slugs.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = namesBySlug();
        return slugs.stream().map(slug -> names.getOrDefault(slug, slug)).toList();
    }

    private Map<String, String> namesBySlug() {
        try {
            return all().stream().collect(Collectors.toMap(Newsletter::slug, Newsletter::name, (one, other) -> one));
        } catch (UnavailableException e) {
            return Map.of();
        }
    }
}
