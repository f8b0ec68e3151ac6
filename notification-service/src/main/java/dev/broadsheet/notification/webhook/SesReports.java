package dev.broadsheet.notification.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.notification.bounce.Report;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** What Amazon SES says in a message of SNS: of notifications ({@code notificationType}) and of events ({@code eventType}). */
@ApplicationScoped
class SesReports {

    private static final Logger LOG = Logger.getLogger(SesReports.class);

    private final ObjectMapper json;
    private final Clock clock;

    SesReports(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** None if it speaks of something else, such as the test message by which SES tries a topic. */
    List<ProviderReport> in(SnsMessage message) {
        try {
            JsonNode content = json.readTree(message.message());
            String type = text(content, "notificationType");
            return reports(content, type == null ? text(content, "eventType") : type, message.messageId());
        } catch (JsonProcessingException e) {
            LOG.infof("event=webhook.ses.passed.over cause=%s", e.getClass().getSimpleName());
            return List.of();
        }
    }

    private List<ProviderReport> reports(JsonNode content, String type, String messageId) {
        if ("Bounce".equals(type)) {
            JsonNode bounce = content.path("bounce");
            boolean permanent = "Permanent".equals(text(bounce, "bounceType"));
            Report.What what = permanent ? Report.What.HARD : Report.What.SOFT;
            return reports(content, bounce, "bouncedRecipients", what, messageId);
        }
        if ("Complaint".equals(type)) {
            JsonNode complaint = content.path("complaint");
            return "not-spam".equals(text(complaint, "complaintFeedbackType"))
                    ? List.of()
                    : reports(content, complaint, "complainedRecipients", Report.What.COMPLAINT, messageId);
        }
        return List.of();
    }

    private List<ProviderReport> reports(
            JsonNode content, JsonNode told, String recipients, Report.What what, String messageId) {
        List<ProviderReport> reports = new ArrayList<>();
        for (JsonNode recipient : told.path(recipients)) {
            reports.add(new ProviderReport(
                    "ses " + messageId + " " + reports.size(),
                    text(content.path("mail"), "source"),
                    text(recipient, "emailAddress"),
                    what,
                    text(recipient, "status"),
                    time(text(told, "timestamp"))));
        }
        return reports;
    }

    private Instant time(String timestamp) {
        try {
            return timestamp == null ? clock.instant() : Instant.parse(timestamp);
        } catch (DateTimeException e) {
            return clock.instant();
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.asText() : null;
    }
}
