package dev.broadsheet.subscription.exporting;

import java.util.List;

/**
 * What an import takes as a row. One reader makes several where newsletters differ in status or consent.
 *
 * @param consentedAt null unless confirmed
 * @param consentSource null unless confirmed
 * @param zone null where unknown
 */
record ExportedRow(
        String email,
        List<String> newsletters,
        String status,
        String consentedAt,
        String consentSource,
        String locale,
        String zone) {

    @Override
    public String toString() {
        return "ExportedRow[withheld]";
    }
}
