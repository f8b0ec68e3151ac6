package dev.broadsheet.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two servers in a row could cut at different places, and other bytes that are not quite HTTP. */
@QuarkusTest
class MalformedRequestTest extends GatewayTest {

    private static final String SMUGGLED = "GET /api/v1/ops/subscribers/export HTTP/1.1\r\nHost: a\r\n\r\n";

    @Test
    void aRequestWithBothLengthsIsTheLastOfItsConnection() throws Exception {
        try (RawClient client = connect()) {
            client.send("POST /api/v1/subscriptions HTTP/1.1\r\nHost: a\r\n"
                    + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED);

            RawAnswer answer = client.read();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Connection")).isEqualTo("close");
            assertThat(client.readUntilClosed()).isEmpty();
        }
        Conversation seen = subscription.next();
        assertThat(seen.headers("Content-Length")).isEmpty();
        assertThat(seen.headers("Transfer-Encoding")).containsExactly("chunked");
        assertThat(seen.body()).isEmpty();
        assertNothingElseReachedAnUpstream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nContent-Length: 5",
                "Content-Length: 4, 5",
                "Content-Length: +4",
                "Content-Length: -1",
                "Content-Length: 0x4",
                "Content-Length: 99999999999999999999",
                "Content-Length : 4",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: \u000bchunked",
            })
    void aDubiousLengthReachesNobody(String headers) throws IOException {
        try (RawClient client = connect()) {
            client.send(
                    "POST /api/v1/subscriptions HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n0\r\n\r\n" + SMUGGLED);

            assertThat(client.read().status()).isEqualTo(400);
            assertThat(client.readUntilClosed()).isEmpty();
        }
        assertNothingElseReachedAnUpstream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "zz", "0x5", "ffffffffffffffffff", ""})
    void aDubiousChunkSizeNeverCompletesARequest(String size) throws Exception {
        try (RawClient client = connect()) {
            client.send("POST /api/v1/subscriptions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + size
                    + "\r\nhello\r\n0\r\n\r\n" + SMUGGLED);

            assertThat(client.readUntilClosed()).doesNotContain("HTTP/1.1 200");
        }
        assertThat(get("/api/v1/newsletters").status()).isEqualTo(200);
        assertThat(subscription.receivedTargets()).doesNotContain("/api/v1/ops/subscribers/export");
    }

    @Test
    void aChunkedBodyNeedsHttp11() throws IOException {
        try (RawClient client = connect()) {
            client.send("POST /api/v1/subscriptions HTTP/1.0\r\nHost: a\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");

            assertProblem(client.read(), 400);
        }
        assertNothingElseReachedAnUpstream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/articles HTTP/1.1\r\n\r\n",
                "GET /api/v1/articles HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /api/v1/articles HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /api/v1/articles HTTP/1.1\r\nHost: a/b@c\r\n\r\n",
            })
    void aRequestNeedsOneGoodHost(String request) throws IOException {
        try (RawClient client = connect()) {
            assertProblem(client.send(request).read(), 400);
        }
        assertNothingElseReachedAnUpstream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/articles\r\nHost: a\r\n\r\n",
                "GET /api/v1/articles HTTP/9.x\r\nHost: a\r\n\r\n",
                "GET  HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/articles HTTP/1.1\r\nHost: a\r\nNo colon here\r\n\r\n",
                "GET /api/v1/articles HTTP/1.1\r\nHost: a\r\nBad\u0000Name: x\r\n\r\n",
                "GET /api/v1/articles HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n",
                "\u0016\u0003\u0001 hello \u0000\r\n\r\n",
            })
    void whatIsNotHttpIsABadRequestOrNothingAtAll(String bytes) throws IOException {
        try (RawClient client = connect()) {
            String answer = client.send(bytes).readUntilClosed();

            assertThat(answer)
                    .satisfiesAnyOf(
                            none -> assertThat(none).isEmpty(),
                            bad -> assertThat(bad).matches("(?s)HTTP/1\\.[01] 400 .*"));
            assertThat(answer).doesNotContainIgnoringCase("<html").doesNotContain("Exception");
        }
        assertNothingElseReachedAnUpstream();
    }

    @Test
    void aLongTargetIsRefused() throws IOException {
        assertProblem(get("/api/v1/articles?q=" + "x".repeat(4000)), 414);
        assertNothingElseReachedAnUpstream();
    }

    @Test
    void anEndlessTargetIsRefused() throws IOException {
        try (RawClient client = connect()) {
            assertThat(client.send("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n")
                            .readUntilClosed())
                    .startsWith("HTTP/1.0 414 ");
        }
    }

    @Test
    void largeHeadersAreRefused() throws IOException {
        assertProblem(get("/api/v1/articles", "X-Large: " + "x".repeat(17_000)), 431);
        assertNothingElseReachedAnUpstream();
    }

    @Test
    void endlessHeadersAreRefused() throws IOException {
        try (RawClient client = connect()) {
            assertThat(client.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(40_000) + "\r\n\r\n")
                            .readUntilClosed())
                    .startsWith("HTTP/1.1 431 ");
        }
    }
}
