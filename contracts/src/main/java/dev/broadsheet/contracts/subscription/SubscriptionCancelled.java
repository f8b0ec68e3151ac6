package dev.broadsheet.contracts.subscription;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.Required;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A reader is no longer in the audience of these newsletters. Mail that was not yet handed over is not sent.
 *
 * @param subscriberId the reader; the record's key
 * @param newsletters slugs of the newsletters left, at least one
 * @param reason why
 * @param cancelledAt when
 */
public record SubscriptionCancelled(UUID subscriberId, List<String> newsletters, Reason reason, Instant cancelledAt)
        implements Event {

    public SubscriptionCancelled {
        Required.present(subscriberId, "subscriberId");
        newsletters = Required.items(newsletters, "newsletters");
        Required.present(reason, "reason");
        Required.present(cancelledAt, "cancelledAt");
    }

    @Override
    public String aggregateId() {
        return subscriberId.toString();
    }

    /** Why a reader left. */
    public enum Reason {
        /** The mail program's unsubscribe button (RFC 8058) or the page behind the mail's link. */
        ONE_CLICK,
        /** The reader's preferences page. */
        PREFERENCES,
        /** The address does not take mail. */
        BOUNCED,
        /** The reader reported the mail as spam. */
        COMPLAINED,
        /** The reader asked to be forgotten. */
        ERASED
    }
}
