package dev.broadsheet.subscription.subscriber;

import dev.broadsheet.subscription.address.EmailAddress;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Entity
class Subscriber {

    @Id
    private UUID id;

    private String email;
    private String emailKey;

    @Enumerated(EnumType.STRING)
    private SubscriberState state;

    private String locale;
    private String zone;
    private LocalDate pausedUntil;
    private Instant createdAt;
    private Instant updatedAt;

    protected Subscriber() {}

    /**
     * Anybody can type an address, so what comes with it counts only until its owner has confirmed. One that was silenced
     * and is heard of again has been taken off the suppression list, and begins anew.
     */
    void signUpAgain(EmailAddress address, String locale, String zone, Instant now) {
        if (state != SubscriberState.ACTIVE) {
            this.state = SubscriberState.UNCONFIRMED;
            this.email = address.typed();
            this.locale = locale;
            this.zone = zone;
            this.updatedAt = now;
        }
    }

    /** False if the address is silenced. */
    boolean activate(Instant now) {
        if (state == SubscriberState.UNCONFIRMED) {
            this.state = SubscriberState.ACTIVE;
            this.updatedAt = now;
        }
        return state == SubscriberState.ACTIVE;
    }

    void silence(SubscriberState silent, Instant now) {
        this.state = silent;
        this.updatedAt = now;
    }

    void prefer(String locale, String zone, LocalDate pausedUntil, Instant now) {
        this.locale = locale;
        this.zone = zone;
        this.pausedUntil = pausedUntil;
        this.updatedAt = now;
    }

    void move(EmailAddress address, Instant now) {
        this.email = address.typed();
        this.emailKey = address.key();
        this.updatedAt = now;
    }

    Instant createdAt() {
        return createdAt;
    }

    Reader toReader() {
        return new Reader(id, new EmailAddress(email, emailKey), state, locale, zone, pausedUntil);
    }
}
