package dev.broadsheet.notification.edition;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** One issue of a newsletter on its way to the readers. */
@Entity
class Edition {

    @Id
    UUID id;

    String newsletter;

    /** Of an edition that one article makes by itself. */
    UUID article;

    @Enumerated(EnumType.STRING)
    State state;

    /** Of a digest: the moment at which it is to close. */
    Instant slot;

    boolean held;
    Instant openedAt;
    Instant closedAt;
    UUID frozenTo;
    long audience;
    Instant finishedAt;

    enum State {
        /** Articles join and leave it; nobody gets it yet. */
        OPEN,
        /** Its audience is being written into the ledger. */
        FREEZING,
        /** All of its deliveries are in the ledger. */
        SENDING,
        /** All of its deliveries are final. */
        SENT
    }
}
