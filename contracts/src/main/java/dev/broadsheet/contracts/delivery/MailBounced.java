package dev.broadsheet.contracts.delivery;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail to a reader came back.
 *
 * @param subscriberId the reader; the record's key
 * @param kind whether the address will ever take mail
 * @param status enhanced status code (RFC 3463) such as {@code 5.1.1}, where known
 * @param editionId the edition that came back, where known
 * @param bouncedAt when
 */
public record MailBounced(UUID subscriberId, Kind kind, String status, UUID editionId, Instant bouncedAt)
        implements Event {

    public MailBounced {
        Required.present(subscriberId, "subscriberId");
        Required.present(kind, "kind");
        Required.present(bouncedAt, "bouncedAt");
    }

    @Override
    public String aggregateId() {
        return subscriberId.toString();
    }

    /** How final the failure is. */
    public enum Kind {
        /** For good: no such mailbox, or it refuses all mail from here. */
        HARD,
        /** For now: a full mailbox, or a server that did not take it in time. */
        SOFT
    }
}
