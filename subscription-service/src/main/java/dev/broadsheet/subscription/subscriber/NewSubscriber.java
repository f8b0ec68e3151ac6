package dev.broadsheet.subscription.subscriber;

import dev.broadsheet.subscription.address.EmailAddress;

/**
 * An address that may be unknown here, with what came with it.
 *
 * @param zone null where unknown
 */
public record NewSubscriber(EmailAddress address, String locale, String zone) {

    /** Without the address, which must not reach a log by way of a message. */
    @Override
    public String toString() {
        return "NewSubscriber[withheld]";
    }
}
