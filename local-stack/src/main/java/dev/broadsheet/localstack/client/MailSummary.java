package dev.broadsheet.localstack.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;

/** A mail as the inbox lists it. */
public record MailSummary(
        @JsonProperty("ID") String id,
        @JsonProperty("MessageID") String messageId,
        @JsonProperty("From") Address from,
        @JsonProperty("To") List<Address> to,
        @JsonProperty("Subject") String subject,
        @JsonProperty("Created") String created,
        @JsonProperty("Size") long size,
        @JsonProperty("Snippet") String snippet) {

    public record Address(
            @JsonProperty("Name") String name,
            @JsonProperty("Address") String address) {}

    public OffsetDateTime receivedAt() {
        return OffsetDateTime.parse(created);
    }

    boolean isTo(String wanted) {
        return to.stream().anyMatch(recipient -> recipient.address().equalsIgnoreCase(wanted));
    }
}
