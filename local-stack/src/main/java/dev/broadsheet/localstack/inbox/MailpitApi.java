package dev.broadsheet.localstack.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.localstack.mail.HeldMail;
import dev.broadsheet.localstack.mail.MailSource;
import dev.broadsheet.localstack.mail.Mailbox;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of Mailpit's API v1 that reading and clearing mail needs. */
final class MailpitApi {

    private static final int USUAL_LIMIT = 50;
    private static final String LATEST = "latest";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Mailbox mailbox;
    private final MailSearch search;

    MailpitApi(Mailbox mailbox) {
        this.mailbox = mailbox;
        this.search = new MailSearch(mailbox);
    }

    Answer get(List<String> segments, Query query) throws MessagingException, IOException {
        String resource = segments.size() > 2 && segments.get(1).equals("v1") ? segments.get(2) : "";
        return switch (resource) {
            case "messages" -> list(query);
            case "search" -> found(query);
            case "message" -> segments.size() > 3 ? message(segments) : Answer.NOT_FOUND;
            default -> Answer.NOT_FOUND;
        };
    }

    Answer delete(List<String> segments, byte[] body) throws IOException {
        if (!segments.equals(List.of("api", "v1", "messages"))) {
            return Answer.NOT_FOUND;
        }
        List<String> ids = new ArrayList<>();
        if (body.length > 0) {
            JsonNode named = JSON.readTree(body).path("IDs");
            named.forEach(id -> ids.add(id.asText()));
        }
        if (ids.isEmpty()) {
            mailbox.clear();
        } else {
            mailbox.remove(ids);
        }
        return Answer.text(200, "ok");
    }

    private Answer list(Query query) throws MessagingException, IOException {
        int start = query.number("start", 0);
        List<HeldMail> mails = mailbox.newest(start, query.number("limit", USUAL_LIMIT));
        int total = mailbox.size();
        return json(MailpitJson.page(total, total, start, mails));
    }

    private Answer found(Query query) throws MessagingException, IOException {
        if (query.text("query").isBlank()) {
            throw new IllegalArgumentException("no search query");
        }
        int start = query.number("start", 0);
        List<HeldMail> all = search.find(query.text("query"));
        List<HeldMail> mails = all.stream()
                .skip(start)
                .limit(query.number("limit", USUAL_LIMIT))
                .toList();
        return json(MailpitJson.page(mailbox.size(), all.size(), start, mails));
    }

    private Answer message(List<String> segments) throws MessagingException, IOException {
        String id = segments.get(3);
        Optional<HeldMail> found = id.equals(LATEST) ? mailbox.newest() : mailbox.find(id);
        if (found.isEmpty()) {
            return Answer.NOT_FOUND;
        }
        HeldMail mail = found.get();
        return switch (segments.size() > 4 ? segments.get(4) : "") {
            case "" -> json(MailpitJson.message(mail));
            case "headers" -> json(MailpitJson.headers(mail));
            case "raw" -> Answer.of(200, "text/plain; charset=utf-8", MailSource.of(mail.message()));
            default -> Answer.NOT_FOUND;
        };
    }

    private static Answer json(JsonNode node) throws IOException {
        return Answer.json(JSON.writeValueAsBytes(node));
    }
}
