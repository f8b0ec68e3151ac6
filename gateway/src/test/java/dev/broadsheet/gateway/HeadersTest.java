package dev.broadsheet.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HeadersTest extends GatewayTest {

    @Test
    void aRequestIdGoesThroughAndComesBack() throws Exception {
        RawAnswer answer = get("/api/v1/articles", "X-Request-Id: from-outside.1");

        assertThat(article.next().headers("X-Request-Id")).containsExactly("from-outside.1");
        assertThat(answer.headers("X-Request-Id")).containsExactly("from-outside.1");
    }

    @Test
    void aDubiousRequestIdIsReplacedEverywhere() throws Exception {
        RawAnswer answer = get("/api/v1/articles", "X-Request-Id: a\"b", "X-Request-Id: second");

        String chosen = answer.header("X-Request-Id");
        assertThat(UUID.fromString(chosen)).isNotNull();
        assertThat(article.next().headers("X-Request-Id")).containsExactly(chosen);
    }

    @Test
    void anUpstreamCannotChangeTheRequestId() throws Exception {
        article.answer("HTTP/1.1 200 OK\r\nX-Request-Id: other\r\nContent-Length: 0\r\n\r\n");

        assertThat(get("/api/v1/articles", "X-Request-Id: mine").headers("X-Request-Id"))
                .containsExactly("mine");
    }

    @Test
    void hopByHopHeadersOfARequestEndHere() throws Exception {
        get(
                "/api/v1/articles",
                "Connection: keep-alive, X-Only-Here",
                "Connection: X-Also-Here",
                "X-Only-Here: 1",
                "X-Also-Here: 1",
                "Keep-Alive: timeout=5",
                "Proxy-Authorization: Basic x",
                "Proxy-Connection: keep-alive",
                "TE: trailers",
                "Trailer: X-Checksum",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
                "X-End-To-End: 1");

        Conversation seen = article.next();
        assertThat(seen.head())
                .noneMatch(line -> line.matches(
                        "(?i)(x-only-here|x-also-here|keep-alive|proxy-\\S+|te|trailer|upgrade|http2-settings):.*"));
        assertThat(seen.headers("X-End-To-End")).containsExactly("1");
    }

    @Test
    void theConnectionHeaderCannotTakeAwayWhatTheGatewaySays() throws Exception {
        get("/api/v1/articles", "Connection: X-Forwarded-For, X-Request-Id, Host");

        Conversation seen = article.next();
        assertThat(seen.headers("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(seen.headers("X-Request-Id")).hasSize(1);
        assertThat(seen.headers("Host")).hasSize(1);
    }

    @Test
    void hopByHopHeadersOfAnAnswerEndHere() throws Exception {
        article.answer("HTTP/1.1 200 OK\r\nConnection: keep-alive, X-Only-Here\r\nX-Only-Here: 1\r\n"
                + "Keep-Alive: timeout=5\r\nProxy-Authenticate: Basic\r\nTrailer: X-Checksum\r\nUpgrade: h2c\r\n"
                + "X-End-To-End: 1\r\nContent-Length: 0\r\n\r\n");

        RawAnswer answer = get("/api/v1/articles");

        assertThat(answer.headerLines())
                .noneMatch(line ->
                        line.matches("(?i)(connection|x-only-here|keep-alive|proxy-authenticate|trailer|upgrade):.*"));
        assertThat(answer.header("X-End-To-End")).isEqualTo("1");
    }

    @Test
    void whatAClientClaimsAboutItselfIsReplaced() throws Exception {
        get(
                "/api/v1/articles",
                "X-Forwarded-For: 203.0.113.9",
                "x-forwarded-for: 203.0.113.10",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Port: 443",
                "X-Forwarded-Prefix: /admin",
                "Forwarded: for=203.0.113.9",
                "X-Real-IP: 203.0.113.9");

        Conversation seen = article.next();
        assertThat(seen.headers("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(seen.headers("X-Forwarded-Proto")).containsExactly("http");
        assertThat(seen.headers("X-Forwarded-Host")).containsExactly("news.example");
        assertThat(seen.head()).noneMatch(line -> line.contains("203.0.113") || line.contains("evil"));
        assertThat(seen.head())
                .noneMatch(line -> line.matches("(?i)(forwarded|x-real-ip|x-forwarded-p(ort|refix)):.*"));
    }

    @Test
    void everyAnswerIsSafeToShowInABrowser() throws Exception {
        RawAnswer answer = get("/api/v1/articles");

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("frame-ancestors 'none'");
    }

    @Test
    void anUpstreamsOwnSecurityHeadersStay() throws Exception {
        article.answer("HTTP/1.1 200 OK\r\nContent-Security-Policy: default-src 'self'\r\n"
                + "Referrer-Policy: no-referrer\r\nContent-Length: 0\r\n\r\n");

        RawAnswer answer = get("/api/v1/articles");

        assertThat(answer.headers("Content-Security-Policy")).containsExactly("default-src 'self'");
        assertThat(answer.headers("Referrer-Policy")).containsExactly("no-referrer");
    }

    @Test
    void noOriginIsLetInFromElsewhere() throws Exception {
        RawAnswer answer = get("/api/v1/articles", "Origin: https://elsewhere.example");

        assertThat(answer.headerLines()).noneMatch(line -> line.toLowerCase().startsWith("access-control-"));
    }

    @Test
    void credentialsReachTheService() throws Exception {
        get("/api/v1/desk/articles", "Authorization: Bearer abc", "Cookie: a=b");

        Conversation seen = article.next();
        assertThat(seen.headers("Authorization")).containsExactly("Bearer abc");
        assertThat(seen.headers("Cookie")).containsExactly("a=b");
    }
}
