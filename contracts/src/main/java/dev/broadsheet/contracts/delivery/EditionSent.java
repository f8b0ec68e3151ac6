package dev.broadsheet.contracts.delivery;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The last delivery of an edition is final: nothing of it will be sent any more.
 *
 * @param editionId the edition, a UUIDv7; the record's key
 * @param newsletter slug
 * @param articles ids of the articles it carried
 * @param audience readers frozen into the edition when it closed
 * @param handedOver mails that a relay took
 * @param bounced mails that a relay refused for good
 * @param suppressed readers who had left, or had paused their mail, by the time of sending
 * @param closedAt when the audience was frozen
 * @param finishedAt when the last delivery became final
 */
public record EditionSent(
        UUID editionId,
        String newsletter,
        List<UUID> articles,
        long audience,
        long handedOver,
        long bounced,
        long suppressed,
        Instant closedAt,
        Instant finishedAt)
        implements Event {

    public EditionSent {
        Required.present(editionId, "editionId");
        Required.present(newsletter, "newsletter");
        articles = Required.items(articles, "articles");
        Required.present(closedAt, "closedAt");
        Required.present(finishedAt, "finishedAt");
    }

    @Override
    public String aggregateId() {
        return editionId.toString();
    }
}
