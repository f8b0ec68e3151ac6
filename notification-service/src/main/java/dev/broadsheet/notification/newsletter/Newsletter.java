package dev.broadsheet.notification.newsletter;

import dev.broadsheet.contracts.newsletter.NewsletterChanged;
import dev.broadsheet.contracts.newsletter.NewsletterChanged.Cadence;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** What this service keeps of a newsletter: as whom its mail is sent, and when. */
@Entity
class Newsletter {

    /** Where nothing is said: of a newsletter whose state was kept before this service asked for its time. */
    private static final LocalTime USUAL_TIME = LocalTime.of(7, 0);

    private static final DayOfWeek USUAL_DAY = DayOfWeek.MONDAY;

    @Id
    String slug;

    String name;
    String tagline;
    String senderName;
    String senderAddress;
    boolean archived;

    @Enumerated(EnumType.STRING)
    Cadence cadence;

    LocalTime sendTime;

    @Enumerated(EnumType.STRING)
    DayOfWeek sendDay;

    String zone;
    Instant changedAt;

    void become(NewsletterChanged state) {
        name = state.name();
        tagline = state.tagline();
        senderName = state.sender().name();
        senderAddress = state.sender().address();
        archived = state.archived();
        cadence = state.cadence();
        sendTime = state.sendTime();
        sendDay = state.sendDay();
        // One that is no zone is a fault of the event, to be found now and not when an edition is due.
        zone = ZoneId.of(state.zone()).getId();
        changedAt = state.changedAt();
    }

    Plan plan() {
        return new Plan(archived, cadence == Cadence.IMMEDIATE ? null : schedule());
    }

    private Schedule schedule() {
        DayOfWeek day = cadence == Cadence.WEEKLY ? Optional.ofNullable(sendDay).orElse(USUAL_DAY) : null;
        return new Schedule(Optional.ofNullable(sendTime).orElse(USUAL_TIME), day, ZoneId.of(zone));
    }
}
