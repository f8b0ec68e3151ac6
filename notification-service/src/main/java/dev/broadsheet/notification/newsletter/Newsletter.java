package dev.broadsheet.notification.newsletter;

import dev.broadsheet.contracts.newsletter.NewsletterChanged;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** What this service keeps of a newsletter: as whom its mail is sent. */
@Entity
class Newsletter {

    @Id
    String slug;

    String name;
    String tagline;
    String senderName;
    String senderAddress;
    boolean archived;
    Instant changedAt;

    void become(NewsletterChanged state) {
        name = state.name();
        tagline = state.tagline();
        senderName = state.sender().name();
        senderAddress = state.sender().address();
        archived = state.archived();
        changedAt = state.changedAt();
    }
}
