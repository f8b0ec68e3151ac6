package dev.broadsheet.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamingTest extends GatewayTest {

    @Test
    void aRequestReachesTheServiceBeforeItsEnd() throws Exception {
        CompletableFuture<String> firstChunk = new CompletableFuture<>();
        subscription.behave(conversation -> {
            firstChunk.complete(conversation.readChunk());
            conversation.readBody();
            conversation.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
        try (RawClient client = connect()) {
            client.send("POST /api/v1/ops/subscribers/import HTTP/1.1\r\nHost: a\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
            assertThat(firstChunk.get(15, TimeUnit.SECONDS)).isEqualTo("first");

            assertThat(client.send("4\r\nlast\r\n0\r\n\r\n").read().status()).isEqualTo(200);
            assertThat(subscription.next().body()).isEqualTo("last");
        }
    }

    @Test
    void anAnswerReachesTheClientBeforeItsEnd() throws Exception {
        CountDownLatch firstSeen = new CountDownLatch(1);
        article.behave(conversation -> {
            conversation.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
            firstSeen.await();
            conversation.send("4\r\nlast\r\n0\r\n\r\n");
        });
        try (RawClient client = connect()) {
            client.send("GET /api/v1/articles HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.readWithoutBody().status()).isEqualTo(200);
            assertThat(client.readChunk()).isEqualTo("first");

            firstSeen.countDown();
            assertThat(client.readChunk()).isEqualTo("last");
            assertThat(client.readChunk()).isEmpty();
        }
    }

    @Test
    void aClientThatLeavesTakesTheUpstreamsRequestAlong() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        article.behave(conversation -> {
            conversation.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
            conversation.awaitHangUp();
            hungUp.countDown();
        });
        try (RawClient client = connect()) {
            client.send("GET /api/v1/articles HTTP/1.1\r\nHost: a\r\n\r\n");
            client.readWithoutBody();
            client.readChunk();
        }
        assertThat(hungUp.await(15, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aHeadHasTheLengthAndNoBody() throws Exception {
        try (RawClient client = connect()) {
            RawAnswer answer = client.send("HEAD /api/v1/articles HTTP/1.1\r\nHost: a\r\n\r\n")
                    .readWithoutBody();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Length")).isEqualTo("5");
            assertThat(article.next().requestLine()).isEqualTo("HEAD /api/v1/articles HTTP/1.1");

            assertThat(client.send("GET /api/v1/articles HTTP/1.1\r\nHost: a\r\n\r\n")
                            .read()
                            .body())
                    .isEqualTo("hello");
        }
    }

    @Test
    void aRevalidationGoesThrough() throws Exception {
        article.answer("HTTP/1.1 304 Not Modified\r\nETag: W/\"7\"\r\nCache-Control: max-age=60\r\n\r\n");
        try (RawClient client = connect()) {
            RawAnswer answer = client.send(
                            "GET /api/v1/articles/a HTTP/1.1\r\nHost: a\r\nIf-None-Match: W/\"7\"\r\n\r\n")
                    .read();
            assertThat(answer.status()).isEqualTo(304);
            assertThat(answer.header("ETag")).isEqualTo("W/\"7\"");
            assertThat(answer.header("Cache-Control")).isEqualTo("max-age=60");
            assertThat(answer.headers("Transfer-Encoding")).isEmpty();
            assertThat(article.next().headers("If-None-Match")).containsExactly("W/\"7\"");

            assertConnectionIsStillInStep(client);
        }
    }

    @Test
    void anAnswerWithoutContentHasNone() throws Exception {
        article.answer("HTTP/1.1 204 No Content\r\n\r\n");
        try (RawClient client = connect()) {
            RawAnswer answer = client.send("DELETE /api/v1/desk/articles/1 HTTP/1.1\r\nHost: a\r\n\r\n")
                    .read();
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.headers("Transfer-Encoding")).isEmpty();
            assertThat(answer.headers("Content-Length")).isEmpty();

            assertConnectionIsStillInStep(client);
        }
    }

    @Test
    void aCompressedAnswerStaysAsItIs() throws Exception {
        article.answer("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nVary: Accept-Encoding\r\n"
                + "Content-Length: 3\r\n\r\nzip");

        RawAnswer answer = get("/api/v1/articles", "Accept-Encoding: gzip");

        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.body()).isEqualTo("zip");
        assertThat(article.next().headers("Accept-Encoding")).containsExactly("gzip");
    }

    @Test
    void connectionsToAServiceAreKept() throws Exception {
        int requests = 20;
        Set<Integer> ports = new HashSet<>();
        for (int i = 0; i < requests; i++) {
            get("/api/v1/articles");
            ports.add(article.next().clientPort());
        }

        // Not one alone: a request that comes quickly finds the connection of the one before still busy.
        assertThat(ports).hasSizeLessThan(requests);
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() throws Exception {
        article.behave(conversation -> {
            String target = conversation.target();
            conversation.send("HTTP/1.1 200 OK\r\nContent-Length: " + target.length() + "\r\n\r\n" + target);
        });
        try (RawClient client = connect()) {
            client.send("GET /api/v1/articles/1 HTTP/1.1\r\nHost: a\r\n\r\n"
                    + "GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n"
                    + "GET /api/v1/articles/2 HTTP/1.1\r\nHost: a\r\n\r\n");

            assertThat(client.read().body()).isEqualTo("/api/v1/articles/1");
            assertThat(client.read().status()).isEqualTo(404);
            assertThat(client.read().body()).isEqualTo("/api/v1/articles/2");
        }
    }

    private void assertConnectionIsStillInStep(RawClient client) throws IOException {
        article.forget();
        assertThat(client.send("GET /api/v1/articles HTTP/1.1\r\nHost: a\r\n\r\n")
                        .read()
                        .body())
                .isEqualTo("hello");
    }
}
