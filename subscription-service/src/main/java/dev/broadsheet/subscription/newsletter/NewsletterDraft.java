package dev.broadsheet.subscription.newsletter;

import dev.broadsheet.contracts.newsletter.NewsletterChanged.Cadence;
import dev.broadsheet.contracts.newsletter.NewsletterChanged.Kind;
import java.time.DayOfWeek;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A newsletter as an editor sends it, nothing of it checked. Any part may be null. */
public record NewsletterDraft(
        @Schema(description = "Its name in addresses, for good", examples = "\"markets\"")
        String slug,

        String name,
        String tagline,
        String description,
        Kind kind,
        Cadence cadence,

        @Schema(description = "Local time at which a digest closes, for DAILY and WEEKLY alone", examples = "\"06:30\"")
        String sendTime,

        @Schema(description = "Day on which a digest closes, for WEEKLY alone")
        DayOfWeek sendDay,

        @Schema(description = "IANA time zone", examples = "\"America/Denver\"")
        String zone,

        @Schema(description = "Slug of the place, for LOCAL alone")
        String market,

        @Schema(description = "Who signs it, if one author does")
        Curator curator,

        @Schema(description = "From of its mails") Sender sender,

        @Schema(description = "An archived newsletter is not offered and sends nothing. Absent: as it is")
        Boolean archived) {

    public record Curator(String slug, String name) {}

    public record Sender(String name, String address) {}
}
