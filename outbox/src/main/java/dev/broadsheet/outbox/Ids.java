package dev.broadsheet.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Where every id of Broadsheet comes from. */
public final class Ids {

    private Ids() {}

    /** A new UUIDv7 (RFC 9562): unique, and sorted by its millisecond of creation, which keeps indexes dense. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
