package dev.broadsheet.subscription.newsletter;

import dev.broadsheet.contracts.newsletter.NewsletterChanged.Cadence;
import dev.broadsheet.contracts.newsletter.NewsletterChanged.Kind;
import dev.broadsheet.contracts.newsletter.NewsletterChanged.Sender;
import dev.broadsheet.subscription.newsletter.NewsletterView.Curator;
import java.time.DayOfWeek;
import java.time.Instant;

/**
 * A newsletter as editors see it.
 *
 * @param sendTime hours and minutes
 * @param version grows with each change; the {@code ETag}
 */
public record DeskNewsletter(
        String slug,
        String name,
        String tagline,
        String description,
        Kind kind,
        Cadence cadence,
        String sendTime,
        DayOfWeek sendDay,
        String zone,
        String market,
        Curator curator,
        Sender sender,
        boolean archived,
        int version,
        Instant changedAt) {

    static DeskNewsletter of(Newsletter newsletter) {
        NewsletterContent content = newsletter.content();
        return new DeskNewsletter(
                newsletter.slug(),
                content.name(),
                content.tagline(),
                content.description(),
                content.kind(),
                content.cadence(),
                content.sendTime() == null ? null : NewsletterRules.HOURS_AND_MINUTES.format(content.sendTime()),
                content.sendDay(),
                content.zone(),
                content.market(),
                content.curator(),
                content.sender(),
                newsletter.isArchived(),
                newsletter.version(),
                newsletter.changedAt());
    }
}
