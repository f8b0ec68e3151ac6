package dev.broadsheet.subscription.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.subscription.testing.Operator;
import dev.broadsheet.subscription.testing.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamedImportTest extends ServiceTest {

    private static final String IMPORT = "/api/v1/ops/subscribers/import";

    @Test
    void progressIsSeenWhileTheBodyIsStillComing() throws IOException {
        try (RawRequest request = new RawRequest(IMPORT, "text/csv")) {
            request.send("email\n");
            request.send(rows(5_000));

            await().until(() -> newest().getLong("rows") >= 2_000);
            assertThat(newest().getString("state")).isEqualTo("RUNNING");

            request.end();
            assertThat(request.statusLine()).contains("200");
        }
        assertThat(newest().getString("state")).isEqualTo("DONE");
        assertThat(newest().getLong("imported")).isEqualTo(5_000);
    }

    @Test
    void whenTheClientGoesAwayWhatWasCommittedStays() throws IOException {
        try (RawRequest request = new RawRequest(IMPORT, "text/csv")) {
            request.send("email\n");
            request.send(rows(5_000));
            await().until(() -> newest().getLong("rows") >= 2_000);
        }

        await().until(() -> newest().getString("state").equals("ABORTED"));
        assertThat(newest().getLong("imported")).isBetween(2_000L, 4_000L);
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIsStillRefusedElsewhere() throws IOException {
        try (RawRequest request = new RawRequest("/api/v1/subscriptions", "application/json")) {
            request.send("{\"email\":\"");
            request.send("x".repeat(66 * 1024));
            request.end();

            assertThat(request.statusLine()).contains("413");
        }
    }

    private static JsonPath newest() {
        return Operator.request()
                .get("/api/v1/ops/subscribers/imports?limit=1")
                .jsonPath()
                .setRootPath("items[0]");
    }

    private static String rows(int number) {
        String run = UUID.randomUUID().toString();
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < number; row++) {
            rows.append("r").append(row).append('-').append(run).append("@example.org\n");
        }
        return rows.toString();
    }
}
