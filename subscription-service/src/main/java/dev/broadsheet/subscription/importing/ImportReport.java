package dev.broadsheet.subscription.importing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of an import, or has become of one that is under way.
 *
 * @param rows rows whose fate is decided and stored
 * @param finishedAt null while it runs
 * @param errors of the first rejected rows; null in a list
 */
@Schema(name = "Import")
public record ImportReport(
        UUID id,
        String format,
        ImportState state,
        long rows,
        long imported,
        long unchanged,
        long skippedSuppressed,
        long skippedUnsubscribed,
        long rejected,
        long rowsPerSecond,
        Instant startedAt,
        Instant finishedAt,

        @Schema(description = "At most 1,000; `rejected` goes on counting")
        List<RowError> errors) {

    ImportReport withErrors(List<RowError> kept) {
        return new ImportReport(
                id,
                format,
                state,
                rows,
                imported,
                unchanged,
                skippedSuppressed,
                skippedUnsubscribed,
                rejected,
                rowsPerSecond,
                startedAt,
                finishedAt,
                kept);
    }
}
