package dev.broadsheet.contracts.delivery;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.time.Instant;
import java.util.UUID;

/**
 * A reader reported a mail as spam.
 *
 * @param subscriberId the reader; the record's key
 * @param editionId the edition that was reported, where known
 * @param complainedAt when
 */
public record MailComplained(UUID subscriberId, UUID editionId, Instant complainedAt) implements Event {

    public MailComplained {
        Required.present(subscriberId, "subscriberId");
        Required.present(complainedAt, "complainedAt");
    }

    @Override
    public String aggregateId() {
        return subscriberId.toString();
    }
}
