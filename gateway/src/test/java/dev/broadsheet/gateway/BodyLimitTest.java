package dev.broadsheet.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BodyLimitTest extends GatewayTest {

    private static final int KIBIBYTE = 1024;

    @Test
    void aBodyOfTheLimitIsTaken() throws Exception {
        assertThat(post("/api/v1/subscriptions", 64 * KIBIBYTE).status()).isEqualTo(200);
        assertThat(subscription.next().body()).hasSize(64 * KIBIBYTE);
    }

    @Test
    void aBodyOverTheLimitIsRefusedBeforeItIsSent() throws IOException {
        try (RawClient client = connect()) {
            client.send("POST /api/v1/subscriptions HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n");

            RawAnswer answer = client.read();
            assertProblem(answer, 413);
            assertThat(answer.header("Connection")).isEqualTo("close");
            assertThat(client.readUntilClosed()).isEmpty();
        }
        assertNothingElseReachedAnUpstream();
    }

    @Test
    void aClientThatSendsItsWholeBodyFirstStillSeesTheRefusal() throws IOException {
        assertProblem(post("/api/v1/subscriptions", 512 * KIBIBYTE), 413);
        assertNothingElseReachedAnUpstream();
    }

    @Test
    void anArticleMayBeLonger() throws Exception {
        assertThat(post("/api/v1/desk/articles", 1024 * KIBIBYTE).status()).isEqualTo(200);
        assertThat(article.next().body()).hasSize(1024 * KIBIBYTE);
        assertProblem(post("/api/v1/desk/articles/some/publish", 1024 * KIBIBYTE + 1), 413);
    }

    @Test
    void anImportMayBeVeryLong() throws Exception {
        assertThat(post("/api/v1/ops/subscribers/import", 5 * 1024 * KIBIBYTE).status())
                .isEqualTo(200);
        assertThat(subscription.next().body()).hasSize(5 * 1024 * KIBIBYTE);
        assertProblem(post("/api/v1/ops/subscribers", 65 * KIBIBYTE), 413);
    }

    @Test
    void aChunkedBodyUnderTheLimitIsTaken() throws Exception {
        try (RawClient client = connect()) {
            client.send(chunkedPost("/api/v1/subscriptions")).send(chunk(1000)).send(chunk(2000));

            assertThat(client.send("0\r\n\r\n").read().status()).isEqualTo(200);
            assertThat(subscription.next().body()).hasSize(3000);
        }
    }

    @Test
    void aChunkedBodyIsCountedWhileItStreams() throws Exception {
        subscription.behave(Conversation::readBody);
        try (RawClient client = connect()) {
            client.send(chunkedPost("/api/v1/subscriptions"));
            for (int sent = 0; sent <= 64; sent += 8) {
                client.send(chunk(8 * KIBIBYTE));
            }

            assertProblem(client.read(), 413);
            assertThat(client.readUntilClosed()).isEmpty();
        }
        subscription.next();
        assertThat(subscription.nextFailure())
                .as("the upstream never sees the end of the body")
                .isNotNull();
    }

    @Test
    void leaveToContinueIsGivenForABodyThatWillBeTaken() throws Exception {
        try (RawClient client = connect()) {
            client.send("POST /api/v1/subscriptions HTTP/1.1\r\nHost: a\r\n"
                    + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.read().status()).isEqualTo(100);

            assertThat(client.send("{}").read().status()).isEqualTo(200);
            Conversation seen = subscription.next();
            assertThat(seen.body()).isEqualTo("{}");
            assertThat(seen.headers("Expect")).isEmpty();
        }
    }

    @Test
    void leaveToContinueIsNotGivenForABodyThatWillNot() throws IOException {
        try (RawClient client = connect()) {
            client.send("POST /api/v1/subscriptions HTTP/1.1\r\nHost: a\r\n"
                    + "Content-Length: 99999\r\nExpect: 100-continue\r\n\r\n");

            assertProblem(client.read(), 413);
        }
    }

    @Test
    void anotherExpectationFails() throws IOException {
        assertProblem(get("/api/v1/articles", "Expect: miracles"), 417);
    }

    private RawAnswer post(String path, int length) throws IOException {
        try (RawClient client = connect()) {
            return client.send("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n")
                    .send("x".repeat(length))
                    .read();
        }
    }

    private static String chunkedPost(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    private static String chunk(int length) {
        return Integer.toHexString(length) + "\r\n" + "x".repeat(length) + "\r\n";
    }
}
