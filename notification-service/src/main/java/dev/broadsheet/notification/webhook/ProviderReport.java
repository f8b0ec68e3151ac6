package dev.broadsheet.notification.webhook;

import dev.broadsheet.notification.bounce.Report;
import java.time.Instant;

/**
 * What a provider tells of a mail.
 *
 * @param id tells this report from all others; the same when it is repeated
 * @param returnPath the mail's envelope sender; null where it is not told
 * @param email whom the mail went to; null where it is not told
 * @param status enhanced status code; null where there is none
 */
record ProviderReport(String id, String returnPath, String email, Report.What what, String status, Instant at) {

    /** Holds no address: it may be logged. */
    @Override
    public String toString() {
        return "ProviderReport[" + what + "]";
    }
}
