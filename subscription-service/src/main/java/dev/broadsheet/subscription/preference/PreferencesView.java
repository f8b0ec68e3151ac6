package dev.broadsheet.subscription.preference;

import java.time.LocalDate;
import java.util.List;

/**
 * What a reader sees of the preferences.
 *
 * @param zone null where unknown
 * @param pausedUntil the first day of editions after a pause; null for none
 * @param fresh whether the link that was used opens address change, export and erasure too
 * @param newsletters all that can be had, and which of them the reader has
 */
public record PreferencesView(
        String email, String locale, String zone, LocalDate pausedUntil, boolean fresh, List<Choice> newsletters) {

    public record Choice(String slug, String name, String tagline, boolean subscribed) {}

    /** Without its parts, one of which is a mail address. */
    @Override
    public String toString() {
        return "PreferencesView[withheld]";
    }
}
