package dev.broadsheet.subscription.exporting;

import dev.broadsheet.problems.InvalidInputException;
import java.util.List;
import java.util.Locale;

/**
 * Which rows are exported.
 *
 * @param newsletter null for all that are not archived
 * @param status null for all
 */
record ExportFilter(String newsletter, String status) {

    private static final List<String> STATUSES = List.of("CONFIRMED", "UNCONFIRMED", "UNSUBSCRIBED");

    static ExportFilter of(String newsletter, String status) {
        String wanted = status == null ? null : status.toUpperCase(Locale.ROOT);
        if (wanted != null && !STATUSES.contains(wanted)) {
            throw InvalidInputException.of(
                    "status", "status.unknown", "The status is one of " + String.join(", ", STATUSES) + ".");
        }
        return new ExportFilter(newsletter, wanted);
    }
}
