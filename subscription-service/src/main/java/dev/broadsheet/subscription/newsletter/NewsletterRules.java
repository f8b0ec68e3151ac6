package dev.broadsheet.subscription.newsletter;

import dev.broadsheet.contracts.newsletter.NewsletterChanged.Cadence;
import dev.broadsheet.contracts.newsletter.NewsletterChanged.Kind;
import dev.broadsheet.contracts.newsletter.NewsletterChanged.Sender;
import dev.broadsheet.problems.InvalidInputException;
import dev.broadsheet.subscription.newsletter.NewsletterView.Curator;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What makes a newsletter valid. The limits are those of the event that announces it, or narrower. */
final class NewsletterRules {

    static final DateTimeFormatter HOURS_AND_MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private static final int LONGEST_SLUG = 100;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TAGLINE = 200;
    private static final int LONGEST_DESCRIPTION = 2000;

    private static final Pattern SLUG = Pattern.compile("(?!-)(?!.*--)(?!.*-$)[a-z0-9-]{1," + LONGEST_SLUG + "}");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    /** Without Java's own, which no other program knows. */
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(Predicate.not(zone -> zone.startsWith("SystemV/")))
            .collect(Collectors.toUnmodifiableSet());

    private NewsletterRules() {}

    static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    /** {@link InvalidInputException} with everything that is wrong, not just the first. */
    static NewsletterContent check(NewsletterDraft draft) {
        DraftCheck check = new DraftCheck();
        String name = check.text("name", draft.name(), LONGEST_NAME);
        String tagline = check.text("tagline", draft.tagline(), LONGEST_TAGLINE);
        String description = check.text("description", draft.description(), LONGEST_DESCRIPTION);
        check.present("kind", draft.kind());
        check.present("cadence", draft.cadence());
        LocalTime sendTime = sendTime(draft, check);
        check.onlyWhere(
                draft.cadence() == null || draft.cadence() == Cadence.WEEKLY, "sendDay", draft.sendDay(), "WEEKLY");
        check.presentWhere(draft.cadence() == Cadence.WEEKLY, "sendDay", draft.sendDay());
        check.present("zone", draft.zone());
        check.that(draft.zone() == null || ZONES.contains(draft.zone()), "zone", "unknown", "is no IANA time zone");
        check.onlyWhere(draft.kind() == null || draft.kind() == Kind.LOCAL, "market", draft.market(), "LOCAL");
        check.presentWhere(draft.kind() == Kind.LOCAL, "market", draft.market());
        check.slug("market", draft.market());
        Curator curator = curator(draft.curator(), check);
        Sender sender = sender(draft.sender(), check);
        check.finish();
        return new NewsletterContent(
                name,
                tagline,
                description,
                draft.kind(),
                draft.cadence(),
                sendTime,
                draft.sendDay(),
                draft.zone(),
                draft.market(),
                curator,
                sender);
    }

    private static LocalTime sendTime(NewsletterDraft draft, DraftCheck check) {
        String time = draft.sendTime();
        boolean digest = draft.cadence() == Cadence.DAILY || draft.cadence() == Cadence.WEEKLY;
        check.onlyWhere(draft.cadence() == null || digest, "sendTime", time, "DAILY and WEEKLY");
        check.presentWhere(digest, "sendTime", time);
        boolean readable = time != null && TIME.matcher(time).matches();
        check.that(time == null || readable, "sendTime", "format", "must be hours and minutes, as in 06:30");
        return readable ? LocalTime.parse(time, HOURS_AND_MINUTES) : null;
    }

    private static Curator curator(NewsletterDraft.Curator curator, DraftCheck check) {
        if (curator == null) {
            return null;
        }
        check.present("curator.slug", curator.slug());
        check.slug("curator.slug", curator.slug());
        return new Curator(curator.slug(), check.text("curator.name", curator.name(), LONGEST_NAME));
    }

    private static Sender sender(NewsletterDraft.Sender sender, DraftCheck check) {
        check.present("sender", sender);
        if (sender == null) {
            return null;
        }
        String name = check.text("sender.name", sender.name(), LONGEST_NAME);
        String address = check.address("sender.address", sender.address());
        return name == null || address == null ? null : new Sender(name, address);
    }
}
