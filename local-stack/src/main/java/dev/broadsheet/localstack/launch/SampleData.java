package dev.broadsheet.localstack.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.localstack.client.Api;
import dev.broadsheet.localstack.client.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads the {@link Samples} into an empty newsroom as an editor would, and goes on where an earlier load ended. */
final class SampleData {

    private static final String ARTICLES = "/api/v1/articles";
    private static final String DESK = "/api/v1/desk/";
    private static final String DESK_ARTICLES = DESK + "articles";

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int MOVED = 301;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String site;
    private final Tokens tokens;
    private final Api api;
    private final Clock clock;
    private final Console console;

    SampleData(String site, Tokens tokens, Clock clock, Console console) {
        this.site = site;
        this.tokens = tokens;
        this.api = new Api(URI.create(site), tokens);
        this.clock = clock;
        this.console = console;
    }

    /** The newsroom works without samples: a failure is told, and nothing more. */
    void load() {
        try {
            Samples samples = Samples.read();
            if (isWanted(samples.articles())) {
                put("topics", samples.topics());
                put("authors", samples.authors());
                console.progress("Published " + publish(samples.articles()) + " sample articles");
            }
        } catch (IOException | UncheckedIOException e) {
            console.progress("The sample articles could not be loaded: " + e.getMessage());
        }
    }

    /**
     * The newest is published last: where it is, all are. Where there are articles and the oldest sample is none of them,
     * the newsroom has its own, and is left alone.
     */
    private boolean isWanted(List<Samples.Article> articles) throws IOException {
        return !wasPublic(articles.get(articles.size() - 1)) && (isEmpty() || wasPublic(articles.get(0)));
    }

    private boolean isEmpty() throws IOException {
        return read(api.get(ARTICLES + "?limit=1"), OK).path("items").isEmpty();
    }

    /** One that was renamed or withdrawn since then does not come back. */
    private boolean wasPublic(Samples.Article article) throws IOException {
        HttpResponse<String> answer = api.get(ARTICLES + "/" + article.slug());
        return switch (answer.statusCode()) {
            case OK, MOVED, GONE -> true;
            case NOT_FOUND -> false;
            default -> throw unexpected(answer);
        };
    }

    private void put(String kind, List<JsonNode> entries) throws IOException {
        for (JsonNode entry : entries) {
            String path = DESK + kind + "/" + entry.path("slug").asText();
            read(api.atDesk("PUT", path, entry), OK, CREATED);
        }
    }

    private int publish(List<Samples.Article> articles) throws IOException {
        Map<String, String> drafts = drafts();
        Instant now = clock.instant();
        int published = 0;
        for (Samples.Article article : articles) {
            if (!wasPublic(article)) {
                String draft = drafts.get(article.slug());
                publish(draft == null ? draft(article) : draft, now.minus(article.age()));
                published++;
            }
        }
        return published;
    }

    /** Ids by slug. An earlier load may have ended between a draft and its publishing, longer ago than keys are remembered. */
    private Map<String, String> drafts() throws IOException {
        Map<String, String> drafts = new HashMap<>();
        String first = DESK_ARTICLES + "?state=DRAFT&limit=100";
        String path = first;
        while (path != null) {
            JsonNode page = read(api.get(path, "Authorization", "Bearer " + tokens.editor()), OK);
            page.path("items")
                    .forEach(item -> drafts.put(
                            item.path("slug").asText(), item.path("id").asText()));
            String next = page.path("next").asText("");
            path = next.isEmpty() ? null : first + "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
        return drafts;
    }

    private String draft(Samples.Article article) throws IOException {
        HttpResponse<String> answer = api.atDesk(
                "POST", DESK_ARTICLES, article.draftFor(site), "Idempotency-Key", "sample-" + article.slug());
        return read(answer, CREATED).path("id").asText();
    }

    private void publish(String id, Instant publishedAt) throws IOException {
        Map<String, String> order = Map.of("publishedAt", publishedAt.toString());
        read(api.atDesk("POST", DESK_ARTICLES + "/" + id + "/publish", order), OK);
    }

    private static JsonNode read(HttpResponse<String> answer, int... expected) throws IOException {
        for (int status : expected) {
            if (answer.statusCode() == status) {
                return JSON.readTree(answer.body());
            }
        }
        throw unexpected(answer);
    }

    private static IOException unexpected(HttpResponse<String> answer) {
        return new IOException(answer.request().method() + " " + answer.uri().getPath() + " answered "
                + answer.statusCode() + " " + answer.body());
    }
}
