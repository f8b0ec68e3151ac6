package dev.broadsheet.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RateLimitTest extends GatewayTest {

    private static final String LINKS = "POST /api/v1/preferences/links HTTP/1.1\r\nContent-Length: 0\r\n";

    /** One story, because there is one client and the limit is reached once. */
    @Test
    void aClientThatAsksTooOftenIsToldWhenToComeBack() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(LINKS + "X-Forwarded-For: 203.0.113." + i).status()).isEqualTo(200);
            subscription.next();
        }

        RawAnswer refused = ask(LINKS + "X-Forwarded-For: 203.0.113.9\r\nX-Request-Id: mine");

        assertProblem(refused, 429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3600);
        assertThat(refused.header("X-Request-Id")).isEqualTo("mine");
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
        assertProblem(ask("POST /api/v1/preferences/address/ HTTP/1.1\r\nContent-Length: 0"), 429);
        assertThatABodyIsNotWaitedFor();
        assertThat(subscription.receivedTargets()).isEmpty();

        assertThat(get("/api/v1/preferences/links").status())
                .as("another method is not counted")
                .isEqualTo(200);
        assertThat(get("/api/v1/preferences").status())
                .as("another path is not counted")
                .isEqualTo(200);
        assertThat(managed("/q/metrics").body())
                .containsPattern("broadsheet_gateway_limited_requests_total"
                        + "\\{[^}]*limit=\"links\",uri=\"/api/v1/preferences\"[^}]*} 3\\.0")
                .containsPattern("broadsheet_gateway_limited_clients\\{[^}]*limit=\"links\"[^}]*} 1\\.0")
                .doesNotContain("203.0.113");
    }

    private void assertThatABodyIsNotWaitedFor() throws IOException {
        try (RawClient client = connect()) {
            client.send("POST /api/v1/preferences/links HTTP/1.1\r\nHost: a\r\n"
                    + "Content-Length: 20\r\nExpect: 100-continue\r\n\r\n");
            assertProblem(client.read(), 429);
        }
    }
}
