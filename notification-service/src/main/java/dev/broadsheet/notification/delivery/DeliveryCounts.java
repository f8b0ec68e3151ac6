package dev.broadsheet.notification.delivery;

/**
 * How far an edition's deliveries are, counted from the ledger.
 *
 * @param pending not tried yet
 * @param sending being handed over at this moment
 * @param handedOver a relay has them
 * @param retry put off by a relay, to be tried again
 * @param uncertain a relay may have them: the sender died, or the answer was lost, at the hand-over
 * @param bounced refused for good, or given up
 * @param suppressed their readers had left, or paused, by then
 */
public record DeliveryCounts(
        long pending, long sending, long handedOver, long retry, long uncertain, long bounced, long suppressed) {}
