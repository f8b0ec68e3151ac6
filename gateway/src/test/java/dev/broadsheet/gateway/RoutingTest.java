package dev.broadsheet.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RoutingTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/newsletters",
                "/api/v1/newsletters/morning?x=1",
                "/api/v1/subscriptions",
                "/api/v1/confirmations",
                "/api/v1/unsubscribe/token",
                "/api/v1/preferences/export",
                "/api/v1/desk/newsletters",
                "/api/v1/ops/subscribers/import",
                "/api/v1/ops/suppressions",
                "/api/v1/ops/newsletters/morning/republish",
            })
    void subscriptionServiceGetsWhatIsItsOwn(String target) throws Exception {
        assertThat(get(target).body()).isEqualTo("hello");

        assertThat(subscription.next().requestLine()).isEqualTo("GET " + target + " HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/articles?q=a%2Fb&topic=",
                "/api/v1/articles/some-slug/related",
                "/api/v1/topics",
                "/api/v1/authors/someone",
                "/api/v1/desk/articles",
                "/api/v1/desk/topics",
                "/api/v1/desk/authors",
                "/feeds/articles.rss",
                "/sitemap.xml",
                "/sitemap-news.xml",
                "/robots.txt",
            })
    void articleServiceGetsWhatIsItsOwn(String target) throws Exception {
        assertThat(get(target).body()).isEqualTo("hello");

        assertThat(article.next().requestLine()).isEqualTo("GET " + target + " HTTP/1.1");
    }

    /** It is down here, which is another answer than that there is nothing at this path. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/editions?newsletter=markets",
                "/api/v1/desk/editions/some-id/progress",
                "/api/v1/desk/audience",
                "/api/v1/ops/bounces/generic",
                "/api/v1/ops/dead-letters",
            })
    void notificationServiceIsAskedForWhatIsItsOwn(String target) throws Exception {
        assertThat(get(target).status()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/v1",
                "/api/v1/articlesque",
                "/api/v1/desk",
                "/api/v1/ops/unknown",
                "/API/v1/articles",
                "/feedsx",
                "/q",
                "/q/health",
                "/q/metrics",
                "/%71/health",
                "/news",
            })
    void aPathWithoutARouteIsNotFound(String target) throws IOException {
        assertProblem(get(target), 404);
        assertNothingElseReachedAnUpstream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/articles/../desk/articles",
                "/api/v1/articles/%2e%2e/desk/articles",
                "/api/v1/articles%2f..%2fdesk",
                "//api/v1/articles",
                "/api/v1//articles",
                "/api/v1/articles/..;/desk",
                "/api/v1/articles/%00",
                "/api/v1/articles#x",
                "http://elsewhere.example/api/v1/articles",
                "*",
                "api/v1/articles",
            })
    void aPathTrickIsABadRequest(String target) throws IOException {
        assertProblem(get(target), 400);
        assertNothingElseReachedAnUpstream();
    }

    /** Quarkus refuses these before any handler, with a bare status. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/articles\\..\\desk", "/api/v1/articles/\"x\"", "/api/v1/articles?q={x}|y"})
    void whatIsNoUriIsABadRequest(String target) throws IOException {
        assertThat(get(target).status()).isEqualTo(400);
        assertNothingElseReachedAnUpstream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "BREW", "get"})
    void anUnknownMethodIsNotAllowed(String method) throws IOException {
        RawAnswer answer = ask(method + " /api/v1/articles HTTP/1.1");

        assertProblem(answer, 405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        assertNothingElseReachedAnUpstream();
    }

    @Test
    void aConnectIsNotAllowed() throws IOException {
        assertProblem(ask("CONNECT elsewhere.example:443 HTTP/1.1"), 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void everyOtherMethodIsForwarded(String method) throws Exception {
        assertThat(ask(method + " /api/v1/articles HTTP/1.1\r\nContent-Length: 0")
                        .status())
                .isEqualTo(200);

        assertThat(article.next().requestLine()).isEqualTo(method + " /api/v1/articles HTTP/1.1");
    }

    @Test
    void aWebSocketIsRefused() throws IOException {
        RawAnswer answer = get(
                "/api/v1/articles",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

        assertProblem(answer, 400);
        assertNothingElseReachedAnUpstream();
    }

    @Test
    void aProblemSaysWhereItHappenedAndNothingElse() throws IOException {
        RawAnswer answer = get("/api/v1/unknown?token=secret");

        assertThat(answer.json().getString("instance")).isEqualTo("/api/v1/unknown");
        assertThat(answer.json().getString("title")).isEqualTo("Not Found");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void aProblemOfAHeadRequestHasNoBody() throws IOException {
        try (RawClient client = connect()) {
            client.send("HEAD /nowhere HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.readWithoutBody().status()).isEqualTo(404);

            client.send("GET /api/v1/articles HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.read().body()).isEqualTo("hello");
        }
    }
}
