package dev.broadsheet.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ObservabilityTest extends GatewayTest {

    private static final PatternFormatter MESSAGE = new PatternFormatter("%m");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(MESSAGE.format(ExtLogRecord.wrap(line)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("dev.broadsheet.gateway").addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("dev.broadsheet.gateway").removeHandler(recorder);
    }

    @Test
    void aRequestIsOneLineWithoutTokenQueryOrAddress() throws IOException {
        get("/api/v1/unsubscribe/secret-token?email=reader@example.org", "X-Request-Id: seen-1");

        await().until(() -> !linesOf("seen-1").isEmpty());
        assertThat(linesOf("seen-1"))
                .singleElement()
                .asString()
                .matches("event=gateway\\.request method=GET "
                        + "route=/api/v1/unsubscribe status=200 complete=true millis=\\d+ requestId=seen-1");
    }

    @Test
    void aRequestWithoutARouteIsALineWithoutItsPath() throws IOException {
        get("/secret-token", "X-Request-Id: seen-2");

        await().until(() -> !linesOf("seen-2").isEmpty());
        assertThat(linesOf("seen-2"))
                .singleElement()
                .asString()
                .contains("route=none status=404")
                .doesNotContain("secret");
    }

    @Test
    void anUpstreamsFailureIsNamedWithoutTheTarget() throws IOException {
        get("/api/v1/desk/editions/secret-token", "X-Request-Id: seen-3");

        await().until(() -> linesOf("seen-3").size() == 2);
        assertThat(linesOf("seen-3"))
                .anyMatch(line -> line.startsWith("event=gateway.upstream.failed upstream=notification status=503"))
                .noneMatch(line -> line.contains("secret"));
    }

    @Test
    void aBrokenAnswerIsLoggedAsIncomplete() throws IOException {
        article.behave(conversation -> {
            conversation.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            conversation.hangUp();
        });
        try (RawClient client = connect()) {
            client.send("GET /api/v1/articles HTTP/1.1\r\nHost: a\r\nX-Request-Id: seen-4\r\n\r\n")
                    .readUntilClosed();
        }

        await().until(() -> !linesOf("seen-4").isEmpty());
        assertThat(linesOf("seen-4")).singleElement().asString().contains("status=200 complete=false");
    }

    @Test
    void metricsAreByRouteAndNeverByPath() throws IOException {
        get("/api/v1/unsubscribe/secret-token");

        await().untilAsserted(() -> assertThat(managed("/q/metrics").body())
                .containsPattern("http_server_requests_seconds_count\\{[^}]*uri=\"/api/v1/unsubscribe\"")
                .doesNotContain("secret-token"));
    }

    @Test
    void itIsReadyWhileAServiceIsDown() throws IOException {
        assertThat(get("/api/v1/desk/editions").status()).isEqualTo(503);

        assertThat(managed("/q/health/ready").status()).isEqualTo(200);
        assertThat(managed("/q/health/live").status()).isEqualTo(200);
    }

    private List<String> linesOf(String requestId) {
        return lines.stream()
                .filter(line -> line.endsWith("requestId=" + requestId))
                .toList();
    }
}
