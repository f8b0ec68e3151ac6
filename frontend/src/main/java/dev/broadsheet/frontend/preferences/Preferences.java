package dev.broadsheet.frontend.preferences;

import java.util.List;

/**
 * What a reader has chosen.
 *
 * @param zone null while it is not known
 * @param pausedUntil a day, as the API writes it; null for a reader who takes newsletters
 * @param fresh whether the link is recent enough for what cannot be undone
 */
record Preferences(
        String email, String locale, String zone, String pausedUntil, boolean fresh, List<Offer> newsletters) {

    Preferences {
        newsletters = newsletters == null ? List.of() : List.copyOf(newsletters);
    }

    /** A newsletter, and whether the reader gets it. */
    record Offer(String slug, String name, String tagline, boolean subscribed) {}

    /** These, with what a reader chose instead. */
    Preferences with(PreferencesApi.Change chosen) {
        List<Offer> offers = newsletters.stream()
                .map(offer -> new Offer(
                        offer.slug(),
                        offer.name(),
                        offer.tagline(),
                        chosen.newsletters().contains(offer.slug())))
                .toList();
        return new Preferences(email, chosen.locale(), chosen.zone(), chosen.pausedUntil(), fresh, offers);
    }

    /** Without the address: it is personal data. */
    @Override
    public String toString() {
        return "Preferences[withheld]";
    }
}
