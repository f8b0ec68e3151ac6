package dev.broadsheet.subscription.preference;

import dev.broadsheet.contracts.subscription.AddressChangeRequested;
import dev.broadsheet.outbox.Outbox;
import dev.broadsheet.subscription.address.EmailAddress;
import dev.broadsheet.subscription.erasure.Erasures;
import dev.broadsheet.subscription.membership.Memberships;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.subscriber.SubscriberState;
import dev.broadsheet.subscription.subscriber.Subscribers;
import dev.broadsheet.subscription.suppression.Suppressions;
import dev.broadsheet.subscription.token.AddressChangeToken;
import dev.broadsheet.subscription.token.AddressChangeToken.Mailbox;
import dev.broadsheet.subscription.token.ExpiredTokenException;
import dev.broadsheet.subscription.token.PreferencesToken;
import dev.broadsheet.subscription.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Readers move to another address, when both mailboxes agree. */
@ApplicationScoped
class AddressChanges {

    private static final Duration DAY = Duration.ofDays(1);

    private final PreferenceLock lock;
    private final AddressChangeRepository changes;
    private final Subscribers subscribers;
    private final Suppressions suppressions;
    private final Memberships memberships;
    private final Erasures erasures;
    private final Tokens tokens;
    private final Outbox outbox;
    private final PreferenceConfig config;
    private final Clock clock;

    AddressChanges(
            PreferenceLock lock,
            AddressChangeRepository changes,
            Subscribers subscribers,
            Suppressions suppressions,
            Memberships memberships,
            Erasures erasures,
            Tokens tokens,
            Outbox outbox,
            PreferenceConfig config,
            Clock clock) {
        this.lock = lock;
        this.changes = changes;
        this.subscribers = subscribers;
        this.suppressions = suppressions;
        this.memberships = memberships;
        this.erasures = erasures;
        this.tokens = tokens;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** Asks both mailboxes. Whether the wanted one is known here, or wants no mail, does not show. */
    @Transactional
    void request(PreferencesToken token, EmailAddress wanted) {
        Reader reader = lock.readerWithFreshLink(token);
        Instant now = now();
        boolean nothingToDo = !reader.isActive()
                || wanted.typed().equals(reader.email())
                || suppressions.holds(wanted)
                || changes.countSince(reader.id(), now.minus(DAY)) >= config.linksADay();
        if (nothingToDo) {
            return;
        }
        AddressChange change = new AddressChange(
                reader, wanted, now, now.truncatedTo(ChronoUnit.SECONDS).plus(config.addressChangeLifetime()));
        changes.persist(change);
        outbox.append(new AddressChangeRequested(
                change.id(),
                reader.id(),
                mailbox(change, Mailbox.CURRENT, reader.email()),
                mailbox(change, Mailbox.WANTED, wanted.typed()),
                reader.locale(),
                change.tokenOf(Mailbox.CURRENT).expiresAt(),
                now));
    }

    /**
     * One of the two mailboxes agrees. A second time gives the same answer.
     *
     * @return whether the other has agreed too, so that the address is changed
     */
    @Transactional
    boolean agree(String token) {
        AddressChangeToken agreement = tokens.openAddressChange(token);
        Instant now = now();
        Reader reader = subscribers
                .lock(agreement.subscriberId())
                .filter(Reader::isActive)
                .orElseThrow(ExpiredTokenException::new);
        AddressChange change = changes.findByIdOptional(agreement.changeId()).orElseThrow(ExpiredTokenException::new);
        if (!change.isDone()) {
            if (!change.startsFrom(reader)) {
                // The reader has moved elsewhere since; that wish is the newer one.
                throw new ExpiredTokenException();
            }
            change.agree(agreement.mailbox(), now);
            if (change.isAgreed()) {
                move(reader, change, now);
            }
        }
        return change.isDone();
    }

    private void move(Reader reader, AddressChange change, Instant now) {
        EmailAddress wanted = change.wanted();
        if (suppressions.holds(wanted)) {
            throw new ExpiredTokenException();
        }
        if (!wanted.key().equals(reader.address().key())) {
            makeRoom(change, now);
        }
        change.done(now);
        memberships.announce(subscribers.move(reader.id(), wanted, now), now);
    }

    /** A sign-up that nobody confirmed gives way to somebody who has confirmed. */
    private void makeRoom(AddressChange change, Instant now) {
        Optional<Reader> other = subscribers.lock(change.wanted());
        if (other.isEmpty()) {
            return;
        }
        if (other.get().state() != SubscriberState.UNCONFIRMED) {
            throw new AddressTakenException();
        }
        erasures.makeRoom(other.get(), change.id(), now);
    }

    private AddressChangeRequested.Mailbox mailbox(AddressChange change, Mailbox mailbox, String email) {
        return new AddressChangeRequested.Mailbox(email, tokens.issue(change.tokenOf(mailbox)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
