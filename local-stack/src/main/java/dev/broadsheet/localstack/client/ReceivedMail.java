package dev.broadsheet.localstack.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An opened mail. Header names are found in any case. */
public record ReceivedMail(MailSummary summary, String text, String html, Map<String, List<String>> headers) {

    public String subject() {
        return summary.subject();
    }

    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    record Content(
            @JsonProperty("Text") String text,
            @JsonProperty("HTML") String html) {}
}
