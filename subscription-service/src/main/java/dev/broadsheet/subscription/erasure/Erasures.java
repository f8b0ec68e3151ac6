package dev.broadsheet.subscription.erasure;

import dev.broadsheet.contracts.subscription.SubscriberErased;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled.Reason;
import dev.broadsheet.outbox.Outbox;
import dev.broadsheet.subscription.membership.Memberships;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.subscriber.Subscribers;
import dev.broadsheet.subscription.suppression.SuppressionReason;
import dev.broadsheet.subscription.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Readers are forgotten here. Nothing stays but, for one who wants no mail ever again, a keyed hash on the suppression
 * list.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Erasures {

    /** One that is being worked off at this moment counts as asked for after the erasure. */
    private static final String DELETE_INCOMING = """
            DELETE FROM incoming_request WHERE id IN
                (SELECT id FROM incoming_request WHERE email_key = :key FOR UPDATE SKIP LOCKED)""";

    private static final String DELETE_HELD = "DELETE FROM held_sign_up WHERE email_key = :key";

    /** Other readers who wanted to move to this address, and have not. */
    private static final String DELETE_CHANGES =
            "DELETE FROM address_change WHERE wanted_key = :key AND changed_at IS NULL AND id <> :kept";

    private static final UUID NONE = new UUID(0, 0);

    private final Subscribers subscribers;
    private final Memberships memberships;
    private final Suppressions suppressions;
    private final Outbox outbox;
    private final Session session;

    Erasures(
            Subscribers subscribers,
            Memberships memberships,
            Suppressions suppressions,
            Outbox outbox,
            Session session) {
        this.subscribers = subscribers;
        this.memberships = memberships;
        this.suppressions = suppressions;
        this.outbox = outbox;
        this.session = session;
    }

    /**
     * Forgets a reader, whose row the caller holds.
     *
     * @param forEver whether the address is to get no mail ever again, whoever asks
     */
    public void erase(Reader reader, boolean forEver, Instant now) {
        erase(reader, forEver, NONE, now);
    }

    /**
     * Forgets a reader who never confirmed, so that another can have the address, whose owner has agreed to that.
     *
     * @param addressChange the change that is under way, which stays
     */
    public void makeRoom(Reader unconfirmed, UUID addressChange, Instant now) {
        erase(unconfirmed, false, addressChange, now);
    }

    private void erase(Reader reader, boolean forEver, UUID keptChange, Instant now) {
        outbox.forget(reader.id().toString());
        memberships.leaveAll(reader.id(), Reason.ERASED, now);
        outbox.append(new SubscriberErased(reader.id(), now));
        if (forEver) {
            suppressions.add(reader.address(), SuppressionReason.ERASED, now);
        }
        subscribers.delete(reader.id());
        String key = reader.address().key();
        session.createNativeMutationQuery(DELETE_INCOMING)
                .setParameter("key", key)
                .executeUpdate();
        session.createNativeMutationQuery(DELETE_HELD).setParameter("key", key).executeUpdate();
        session.createNativeMutationQuery(DELETE_CHANGES)
                .setParameter("key", key)
                .setParameter("kept", keptChange)
                .executeUpdate();
    }
}
