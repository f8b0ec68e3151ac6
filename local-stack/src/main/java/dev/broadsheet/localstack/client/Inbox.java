package dev.broadsheet.localstack.client;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What has arrived by mail, asked through Mailpit's API: the same driver works with this stack and with Mailpit itself. */
public final class Inbox {

    private static final int PAGE = 1000;
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_LIMIT)
            .build();

    public Inbox(URI base) {
        this.base = base;
    }

    /** The inbox of this test JVM. Works from any class loader. */
    public static Inbox ofTestStack() {
        return new Inbox(URI.create(StackProperties.require(StackProperties.INBOX_URL)));
    }

    /** How many mails are held, for whomever. */
    public int size() {
        return page("/api/v1/messages?limit=1").total();
    }

    /** Newest first, at most 1000. Other addresses that merely contain this one, which Mailpit also finds, are left out. */
    public List<MailSummary> messagesTo(String address) {
        String query = URLEncoder.encode("to:\"" + address + "\"", StandardCharsets.UTF_8);
        return page("/api/v1/search?limit=" + PAGE + "&query=" + query).messages().stream()
                .filter(mail -> mail.isTo(address))
                .toList();
    }

    /** Everything with this subject, however much it is. */
    public List<MailSummary> messagesWithSubject(String subject) {
        String query = URLEncoder.encode("subject:\"" + subject + "\"", StandardCharsets.UTF_8);
        List<MailSummary> found = new ArrayList<>();
        List<MailSummary> next;
        do {
            next = page("/api/v1/search?limit=" + PAGE + "&start=" + found.size() + "&query=" + query)
                    .messages();
            found.addAll(next);
        } while (next.size() == PAGE);
        return found;
    }

    public ReceivedMail open(MailSummary summary) {
        String path = "/api/v1/message/" + summary.id();
        ReceivedMail.Content content = read(get(path), new TypeReference<>() {});
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(read(get(path + "/headers"), new TypeReference<Map<String, List<String>>>() {}));
        return new ReceivedMail(summary, content.text(), content.html(), headers);
    }

    /** The mail as it came over the wire. */
    public String source(MailSummary summary) {
        return get("/api/v1/message/" + summary.id() + "/raw");
    }

    public ReceivedMail awaitMailTo(String address) {
        return awaitMailTo(address, mail -> true);
    }

    /** Waits for a mail that fits, and opens the newest that does. */
    public ReceivedMail awaitMailTo(String address, Predicate<MailSummary> wanted) {
        return Patience.until(
                Patience.USUAL,
                () -> messagesTo(address).stream().filter(wanted).findFirst().map(this::open),
                () -> "No fitting mail to " + address);
    }

    /** Waits until the address has at least so many mails, and returns all it has, newest first. */
    public List<MailSummary> awaitMailsTo(String address, int atLeast) {
        return Patience.until(
                Patience.USUAL,
                () -> Optional.of(messagesTo(address)).filter(mails -> mails.size() >= atLeast),
                () -> "Fewer than " + atLeast + " mails to " + address);
    }

    /** Waits until at least so many mails are held, for whomever. */
    public void awaitSize(int atLeast, Duration limit) {
        Patience.until(
                limit,
                () -> Optional.of(size()).filter(size -> size >= atLeast),
                () -> "Fewer than " + atLeast + " mails");
    }

    public void clear() {
        send(HttpRequest.newBuilder(base.resolve("/api/v1/messages")).DELETE());
    }

    private MailPage page(String path) {
        return read(get(path), new TypeReference<>() {});
    }

    private String get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(ANSWER_LIMIT).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() != 200) {
                throw new IOException("The inbox answered " + response.statusCode() + " to " + response.uri());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the inbox", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Not the JSON of Mailpit's API", e);
        }
    }

    private record MailPage(int total, List<MailSummary> messages) {}
}
