package dev.broadsheet.subscription.preference;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole of what a reader prefers, nothing of it checked. What is absent is unset. */
@Schema(name = "Preferences")
public record PreferencesForm(
        @Schema(
                description = "Slugs of all newsletters that the reader wants; none is a way to leave them all",
                required = true)
        List<String> newsletters,

        @Schema(description = "en or es", required = true) String locale,

        @Schema(description = "IANA time zone", examples = "\"America/Denver\"")
        String zone,

        @Schema(description = "No editions before this day", examples = "\"2027-01-10\"")
        String pausedUntil) {}
