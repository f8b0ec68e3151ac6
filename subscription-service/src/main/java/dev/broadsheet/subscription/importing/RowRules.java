package dev.broadsheet.subscription.importing;

import dev.broadsheet.subscription.address.EmailAddress;
import dev.broadsheet.subscription.subscriber.Languages;
import dev.broadsheet.subscription.subscriber.TimeZones;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What makes a row valid. Made for each import: the catalog is read once, and not for each of a million rows. */
final class RowRules {

    private static final int LONGEST_SOURCE = 500;

    private final Set<String> newsletters;
    private final Instant now;

    RowRules(Set<String> newsletters, Instant now) {
        this.newsletters = newsletters;
        this.now = now;
    }

    /** The row, or everything that is wrong with it, not just the first. */
    CheckedRow check(long line, RowFields fields) {
        Findings findings = new Findings(line, new ArrayList<>());
        Optional<EmailAddress> address = EmailAddress.parse(fields.email());
        if (address.isEmpty()) {
            findings.add("email", "email.invalid", "This is not an address that mail can be sent to.");
        }
        RowStatus status = statusIn(fields.status(), findings);
        List<String> asked = fields.newsletters() == null
                ? List.of()
                : fields.newsletters().stream().distinct().toList();
        if (!newsletters.containsAll(asked)) {
            findings.add("newsletters", "newsletter.unknown", "There is no such newsletter.");
        }
        Instant consentedAt = null;
        String consentSource = null;
        if (status == RowStatus.CONFIRMED) {
            if (asked.isEmpty()) {
                findings.add("newsletters", "newsletters.empty", "A confirmed reader has a newsletter.");
            }
            consentedAt = consentTimeIn(fields.consentedAt(), findings);
            consentSource = consentSourceIn(fields.consentSource(), findings);
        }
        String locale = localeIn(fields.locale(), findings);
        String zone = isBlank(fields.zone()) ? null : fields.zone().strip();
        if (zone != null && !TimeZones.contains(zone)) {
            findings.add("zone", "zone.unknown", "There is no such time zone.");
        }
        return findings.errors().isEmpty()
                ? CheckedRow.accepted(
                        new ImportRow(address.orElseThrow(), asked, status, consentedAt, consentSource, locale, zone))
                : new CheckedRow(null, findings.errors());
    }

    private static RowStatus statusIn(String text, Findings findings) {
        if (isBlank(text)) {
            return RowStatus.UNCONFIRMED;
        }
        for (RowStatus status : RowStatus.values()) {
            if (status.name().equalsIgnoreCase(text.strip())) {
                return status;
            }
        }
        findings.add("status", "status.unknown", "The status is one of CONFIRMED, UNCONFIRMED, UNSUBSCRIBED.");
        return null;
    }

    private Instant consentTimeIn(String text, Findings findings) {
        if (isBlank(text)) {
            findings.add("consentedAt", "consentedAt.required", "A confirmed reader's consent has a time.");
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (time.isAfter(now)) {
                findings.add("consentedAt", "consentedAt.future", "The consent lies in the future.");
            } else if (time.isBefore(Instant.EPOCH)) {
                findings.add("consentedAt", "consentedAt.past", "The consent is older than electronic newsletters.");
            }
            return time;
        } catch (DateTimeException e) {
            findings.add("consentedAt", "consentedAt.invalid", "The time is not one of RFC 3339.");
            return null;
        }
    }

    private static String consentSourceIn(String text, Findings findings) {
        if (isBlank(text)) {
            findings.add("consentSource", "consentSource.required", "A confirmed reader's consent has a source.");
        } else if (text.length() > LONGEST_SOURCE || text.indexOf('\0') >= 0) {
            findings.add(
                    "consentSource", "consentSource.size", "The source has at most " + LONGEST_SOURCE + " characters.");
        }
        return text;
    }

    private static String localeIn(String text, Findings findings) {
        if (isBlank(text)) {
            return Languages.USUAL;
        }
        try {
            String language =
                    new Locale.Builder().setLanguageTag(text.strip()).build().getLanguage();
            return Languages.ALL.contains(language) ? language : Languages.USUAL;
        } catch (IllformedLocaleException e) {
            findings.add("locale", "locale.invalid", "This is not a language tag of BCP 47.");
            return null;
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private record Findings(long line, List<RowError> errors) {

        void add(String field, String code, String message) {
            errors.add(new RowError(line, field, code, message));
        }
    }
}
