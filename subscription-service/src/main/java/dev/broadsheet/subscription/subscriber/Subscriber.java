package dev.broadsheet.subscription.subscriber;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
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
    private Instant createdAt;
    private Instant updatedAt;

    protected Subscriber() {}

    /** Anybody can type an address, so what comes with it counts only until its owner has confirmed. */
    void signUpAgain(EmailAddress address, String locale, String zone, Instant now) {
        if (state == SubscriberState.UNCONFIRMED) {
            this.email = address.typed();
            this.locale = locale;
            this.zone = zone;
            this.updatedAt = now;
        }
    }

    void activate(Instant now) {
        if (state == SubscriberState.UNCONFIRMED) {
            this.state = SubscriberState.ACTIVE;
            this.updatedAt = now;
        }
    }

    Reader toReader() {
        return new Reader(id, email, locale, zone);
    }
}
