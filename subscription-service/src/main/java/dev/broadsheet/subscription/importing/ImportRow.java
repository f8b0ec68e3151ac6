package dev.broadsheet.subscription.importing;

import dev.broadsheet.subscription.address.EmailAddress;
import java.time.Instant;
import java.util.List;

/**
 * A reader to import, checked.
 *
 * @param newsletters each once
 * @param consentedAt null unless confirmed
 * @param consentSource null unless confirmed
 * @param zone null where unknown
 */
record ImportRow(
        EmailAddress address,
        List<String> newsletters,
        RowStatus status,
        Instant consentedAt,
        String consentSource,
        String locale,
        String zone) {

    String key() {
        return address.key();
    }

    @Override
    public String toString() {
        return "ImportRow[withheld]";
    }
}
