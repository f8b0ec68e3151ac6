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
    UUID breakingArticle;

    @Enumerated(EnumType.STRING)
    State state;

    Instant closedAt;
    UUID frozenTo;
    long audience;
    Instant finishedAt;

    enum State {
        /** Its audience is being written into the ledger. */
        FREEZING,
        /** All of its deliveries are in the ledger. */
        SENDING,
        /** All of its deliveries are final. */
        SENT
    }
}
