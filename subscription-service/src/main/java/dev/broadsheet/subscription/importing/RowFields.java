package dev.broadsheet.subscription.importing;

import java.util.List;

/** A row as it was written, nothing of it checked. Any part may be null. */
record RowFields(
        String email,
        List<String> newsletters,
        String status,
        String consentedAt,
        String consentSource,
        String locale,
        String zone) {

    static final List<String> COLUMNS =
            List.of("email", "newsletters", "status", "consentedAt", "consentSource", "locale", "zone");

    @Override
    public String toString() {
        return "RowFields[withheld]";
    }
}
