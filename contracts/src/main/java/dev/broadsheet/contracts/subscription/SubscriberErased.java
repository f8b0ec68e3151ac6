package dev.broadsheet.contracts.subscription;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.time.Instant;
import java.util.UUID;

/**
 * A reader asked to be forgotten. Whoever holds anything of this reader deletes it, the id included; nothing about the
 * reader follows on the topic, since one who comes back gets another id.
 *
 * @param subscriberId the reader; the record's key
 * @param erasedAt when
 */
public record SubscriberErased(UUID subscriberId, Instant erasedAt) implements Event {

    public SubscriberErased {
        Required.present(subscriberId, "subscriberId");
        Required.present(erasedAt, "erasedAt");
    }

    @Override
    public String aggregateId() {
        return subscriberId.toString();
    }
}
