package dev.broadsheet.subscription.importing;

import java.util.List;

/**
 * What a row came to.
 *
 * @param row null if it is refused
 * @param errors why it is refused; otherwise empty
 */
record CheckedRow(ImportRow row, List<RowError> errors) {

    static CheckedRow accepted(ImportRow row) {
        return new CheckedRow(row, List.of());
    }

    static CheckedRow refused(RowError error) {
        return new CheckedRow(null, List.of(error));
    }
}
