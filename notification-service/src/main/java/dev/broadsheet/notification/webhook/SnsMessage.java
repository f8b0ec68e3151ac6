package dev.broadsheet.notification.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.broadsheet.problems.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Amazon SNS posts to a subscriber. */
record SnsMessage(
        @JsonProperty("Type") String type,
        @JsonProperty("MessageId") String messageId,
        @JsonProperty("TopicArn") String topicArn,
        @JsonProperty("Subject") String subject,
        @JsonProperty("Message") String message,
        @JsonProperty("Timestamp") String timestamp,
        @JsonProperty("Token") String token,
        @JsonProperty("SubscribeURL") String subscribeUrl,
        @JsonProperty("SignatureVersion") String signatureVersion,
        @JsonProperty("Signature") String signature,
        @JsonProperty("SigningCertURL") String signingCertUrl) {

    static final String NOTIFICATION = "Notification";
    static final String CONFIRMATION = "SubscriptionConfirmation";

    /** The same, if it has what every message has. */
    SnsMessage checked() {
        Map<String, String> required = new LinkedHashMap<>();
        required.put("Type", type);
        required.put("MessageId", messageId);
        required.put("TopicArn", topicArn);
        required.put("Message", message);
        required.put("Timestamp", timestamp);
        required.put("SignatureVersion", signatureVersion);
        required.put("Signature", signature);
        required.put("SigningCertURL", signingCertUrl);
        required.forEach((name, value) -> {
            if (value == null) {
                throw InvalidInputException.of(name, name + ".required", "This is missing from the message.");
            }
        });
        return this;
    }

    /** What is signed, as the developer guide of SNS says. */
    String signedText() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("Message", message);
        parts.put("MessageId", messageId);
        if (type.equals(NOTIFICATION)) {
            parts.put("Subject", subject);
        } else {
            parts.put("SubscribeURL", subscribeUrl);
        }
        parts.put("Timestamp", timestamp);
        if (!type.equals(NOTIFICATION)) {
            parts.put("Token", token);
        }
        parts.put("TopicArn", topicArn);
        parts.put("Type", type);
        StringBuilder text = new StringBuilder();
        parts.forEach((name, value) -> {
            if (value != null) {
                text.append(name).append('\n').append(value).append('\n');
            }
        });
        return text.toString();
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "SnsMessage[" + type + "]";
    }
}
