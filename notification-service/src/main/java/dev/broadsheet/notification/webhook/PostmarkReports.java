package dev.broadsheet.notification.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.notification.bounce.Report;
import dev.broadsheet.problems.InvalidInputException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What Postmark says: records of type {@code Bounce} and {@code SpamComplaint}; the others speak of mail that arrived. */
final class PostmarkReports {

    private static final Set<String> HARD = Set.of("HardBounce", "BadEmailAddress");
    private static final Set<String> COMPLAINTS = Set.of("SpamComplaint");

    /** Postmark calls everything that comes back a bounce. */
    private static final Set<String> NO_BOUNCES = Set.of(
            "AutoResponder", "AddressChange", "Subscribe", "Unsubscribe", "OpenRelayTest", "ChallengeVerification");

    private PostmarkReports() {}

    /** One, or none if it speaks of something else. */
    static List<ProviderReport> in(JsonNode record, Clock clock) {
        String recordType = required(record, "RecordType");
        if (!recordType.equals("Bounce") && !recordType.equals("SpamComplaint")) {
            return List.of();
        }
        String type = required(record, "Type");
        if (NO_BOUNCES.contains(type)) {
            return List.of();
        }
        boolean complaint = recordType.equals("SpamComplaint") || COMPLAINTS.contains(type);
        Report.What bounce = HARD.contains(type) ? Report.What.HARD : Report.What.SOFT;
        return List.of(new ProviderReport(
                "postmark " + required(record, "ID"),
                null,
                required(record, "Email"),
                complaint ? Report.What.COMPLAINT : bounce,
                record.path("Details").asText(null),
                time(record.path("BouncedAt").asText(""), clock)));
    }

    private static String required(JsonNode record, String field) {
        String value = record.path(field).asText("");
        if (value.isEmpty()) {
            throw InvalidInputException.of(field, field + ".required", "This is missing from the record.");
        }
        return value;
    }

    private static Instant time(String text, Clock clock) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return clock.instant();
        }
    }
}
