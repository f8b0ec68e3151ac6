package dev.broadsheet.subscription.preference;

import dev.broadsheet.problems.InvalidInputException;
import dev.broadsheet.problems.Violation;
import dev.broadsheet.subscription.newsletter.Newsletters;
import dev.broadsheet.subscription.subscriber.Languages;
import dev.broadsheet.subscription.subscriber.TimeZones;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes preferences valid. */
@ApplicationScoped
class PreferencesRules {

    private static final int MOST_NEWSLETTERS = 200;
    private static final int LONGEST_PAUSE_YEARS = 2;

    private final Newsletters newsletters;
    private final Clock clock;

    PreferencesRules(Newsletters newsletters, Clock clock) {
        this.newsletters = newsletters;
        this.clock = clock;
    }

    /** What the form asks for; {@link InvalidInputException} with everything that is wrong. */
    Wanted check(PreferencesForm form, Set<String> had) {
        List<Violation> violations = new ArrayList<>();
        List<String> wanted = newsletters(form.newsletters(), had, violations);
        if (form.locale() == null || !Languages.ALL.contains(form.locale())) {
            violations.add(
                    new Violation("locale", "locale.unknown", "must be one of " + String.join(", ", Languages.ALL)));
        }
        String zone = form.zone() == null || form.zone().isBlank() ? null : form.zone();
        if (zone != null && !TimeZones.contains(zone)) {
            violations.add(new Violation("zone", "zone.unknown", "There is no such time zone."));
        }
        LocalDate pausedUntil = pausedUntil(form.pausedUntil(), violations);
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations.get(0).message(), violations);
        }
        return new Wanted(wanted, form.locale(), zone, pausedUntil);
    }

    /** An archived newsletter that the reader has may be kept, and nothing else that is not in the catalog. */
    private List<String> newsletters(List<String> asked, Set<String> had, List<Violation> violations) {
        if (asked == null) {
            violations.add(new Violation("newsletters", "newsletters.missing", "must be given, and may be empty"));
            return List.of();
        }
        if (asked.size() > MOST_NEWSLETTERS) {
            violations.add(new Violation(
                    "newsletters", "newsletters.size", "Please choose at most " + MOST_NEWSLETTERS + " newsletters."));
            return List.of();
        }
        Set<String> known =
                newsletters.knownOf(asked.stream().filter(Objects::nonNull).collect(Collectors.toSet()));
        for (int i = 0; i < asked.size(); i++) {
            String slug = asked.get(i);
            if (slug == null || !known.contains(slug) && !had.contains(slug)) {
                violations.add(
                        new Violation("newsletters[" + i + "]", "newsletter.unknown", "There is no such newsletter."));
            }
        }
        return asked.stream().filter(Objects::nonNull).distinct().toList();
    }

    /** A day that is past means no pause: the reader's form may have stood open overnight. */
    private LocalDate pausedUntil(String text, List<Violation> violations) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            LocalDate today = LocalDate.now(clock);
            if (day.isAfter(today.plusYears(LONGEST_PAUSE_YEARS))) {
                violations.add(new Violation(
                        "pausedUntil", "pause.long", "A pause lasts at most " + LONGEST_PAUSE_YEARS + " years."));
            }
            return day.isAfter(today) ? day : null;
        } catch (DateTimeParseException e) {
            violations.add(new Violation("pausedUntil", "pause.invalid", "must be a day such as 2027-01-10"));
            return null;
        }
    }

    /** Preferences, checked. */
    record Wanted(List<String> newsletters, String locale, String zone, LocalDate pausedUntil) {}
}
