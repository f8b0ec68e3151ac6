package dev.broadsheet.subscription.importing;

import java.util.Map;
import java.util.UUID;

/** A reader about to be made for a row. */
record NewReader(UUID id, ImportRow row) {

    String state() {
        return row.status() == RowStatus.CONFIRMED ? "ACTIVE" : "UNCONFIRMED";
    }

    KnownReader made() {
        return new KnownReader(id, row.address().typed(), state(), row.locale(), row.zone(), Map.of());
    }
}
