package dev.broadsheet.subscription.preference;

import dev.broadsheet.outbox.Ids;
import dev.broadsheet.subscription.address.EmailAddress;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.token.AddressChangeToken;
import dev.broadsheet.subscription.token.AddressChangeToken.Mailbox;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A reader's wish to get mail elsewhere. It comes true when both mailboxes have agreed. */
@Entity
class AddressChange {

    @Id
    private UUID id;

    private UUID subscriberId;
    private String currentEmail;
    private String wantedEmail;
    private String wantedKey;
    private Instant requestedAt;
    private Instant expiresAt;
    private Instant currentConfirmedAt;
    private Instant wantedConfirmedAt;
    private Instant changedAt;

    protected AddressChange() {}

    AddressChange(Reader reader, EmailAddress wanted, Instant requestedAt, Instant expiresAt) {
        this.id = Ids.next();
        this.subscriberId = reader.id();
        this.currentEmail = reader.email();
        this.wantedEmail = wanted.typed();
        this.wantedKey = wanted.key();
        this.requestedAt = requestedAt;
        this.expiresAt = expiresAt;
    }

    UUID id() {
        return id;
    }

    EmailAddress wanted() {
        return new EmailAddress(wantedEmail, wantedKey);
    }

    AddressChangeToken tokenOf(Mailbox mailbox) {
        return new AddressChangeToken(subscriberId, id, mailbox, expiresAt);
    }

    /** A second time changes nothing. */
    void agree(Mailbox mailbox, Instant now) {
        switch (mailbox) {
            case CURRENT -> currentConfirmedAt = currentConfirmedAt == null ? now : currentConfirmedAt;
            case WANTED -> wantedConfirmedAt = wantedConfirmedAt == null ? now : wantedConfirmedAt;
        }
    }

    /** Whether the mailbox that was current then still is. */
    boolean startsFrom(Reader reader) {
        return currentEmail.equals(reader.email());
    }

    boolean isAgreed() {
        return currentConfirmedAt != null && wantedConfirmedAt != null;
    }

    boolean isDone() {
        return changedAt != null;
    }

    void done(Instant now) {
        changedAt = now;
    }
}
