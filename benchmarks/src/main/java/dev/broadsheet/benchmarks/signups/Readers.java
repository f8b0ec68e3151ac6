package dev.broadsheet.benchmarks.signups;

import dev.broadsheet.benchmarks.http.Api;
import dev.broadsheet.benchmarks.http.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Readers who sign up one by one and wait for the answer. Thread-safe. */
final class Readers {

    private static final int DOMAINS = 2_000;

    private final Api api;

    Readers(Api api) {
        this.api = api;
    }

    /**
     * @param label tells readers with the same number apart
     */
    void signUp(String label, int number) {
        String email =
                "reader-" + label.toLowerCase(Locale.ROOT) + "-" + number + "@mail" + number % DOMAINS + ".example";
        String body = Json.write(Map.of("email", email, "newsletters", List.of("markets")));
        api.send(
                api.request(Rounds.PATH)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                202);
    }
}
