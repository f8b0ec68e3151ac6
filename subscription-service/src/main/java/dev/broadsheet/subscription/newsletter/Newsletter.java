package dev.broadsheet.subscription.newsletter;

import dev.broadsheet.contracts.newsletter.NewsletterChanged;
import dev.broadsheet.contracts.newsletter.NewsletterChanged.Cadence;
import dev.broadsheet.contracts.newsletter.NewsletterChanged.Kind;
import dev.broadsheet.contracts.newsletter.NewsletterChanged.Sender;
import dev.broadsheet.subscription.newsletter.NewsletterView.Curator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;

@Entity
class Newsletter {

    @Id
    private String slug;

    private String name;
    private String tagline;
    private String description;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private Cadence cadence;

    private LocalTime sendTime;

    @Enumerated(EnumType.STRING)
    private DayOfWeek sendDay;

    private String zone;
    private String market;
    private String curatorSlug;
    private String curatorName;
    private String senderName;
    private String senderAddress;
    private boolean archived;
    private int version;
    private int announcedVersion;
    private Instant changedAt;

    protected Newsletter() {}

    String slug() {
        return slug;
    }

    NewsletterView toView() {
        return new NewsletterView(slug, name, tagline, description, kind, cadence, market, curator());
    }

    NewsletterContent content() {
        return new NewsletterContent(
                name,
                tagline,
                description,
                kind,
                cadence,
                sendTime,
                sendDay,
                zone,
                market,
                curator(),
                new Sender(senderName, senderAddress));
    }

    boolean is(NewsletterContent other, boolean otherArchived) {
        return archived == otherArchived && content().equals(other);
    }

    /** A new version, to be announced. */
    void edit(NewsletterContent content, boolean nowArchived, Instant now) {
        name = content.name();
        tagline = content.tagline();
        description = content.description();
        kind = content.kind();
        cadence = content.cadence();
        sendTime = content.sendTime();
        sendDay = content.sendDay();
        zone = content.zone();
        market = content.market();
        curatorSlug = content.curator() == null ? null : content.curator().slug();
        curatorName = content.curator() == null ? null : content.curator().name();
        senderName = content.sender().name();
        senderAddress = content.sender().address();
        archived = nowArchived;
        version++;
        changedAt = now;
    }

    boolean isArchived() {
        return archived;
    }

    int version() {
        return version;
    }

    Instant changedAt() {
        return changedAt;
    }

    private Curator curator() {
        return curatorSlug == null ? null : new Curator(curatorSlug, curatorName);
    }

    /** The event that announces this version, which counts as announced from now on. */
    NewsletterChanged announce() {
        announcedVersion = version;
        return new NewsletterChanged(
                slug,
                name,
                tagline,
                kind,
                cadence,
                sendTime,
                sendDay,
                zone,
                market,
                new Sender(senderName, senderAddress),
                archived,
                changedAt);
    }
}
