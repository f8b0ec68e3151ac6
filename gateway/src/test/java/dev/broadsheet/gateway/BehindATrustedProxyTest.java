package dev.broadsheet.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The gateway as it stands in a cluster: behind a proxy that it knows, and in front of the site. */
@QuarkusTest
@TestProfile(BehindATrustedProxyTest.Cluster.class)
class BehindATrustedProxyTest extends GatewayTest {

    public static class Cluster implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "broadsheet.gateway.trusted-proxies", "::1,127.0.0.0/8",
                    "broadsheet.gateway.upstreams.frontend.url", "${broadsheet.gateway.upstreams.article.url}",
                    "broadsheet.gateway.rate-limits.rules.sign-ups.requests", "1",
                    "broadsheet.gateway.rate-limits.rules.sign-ups.per", "1H",
                    "broadsheet.gateway.rate-limits.rules.sign-ups.burst", "2");
        }
    }

    @Test
    void whatTheProxySaysIsBelievedAndExtended() throws Exception {
        get(
                "/api/v1/newsletters",
                "X-Forwarded-For: 203.0.113.9",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: broadsheet.example");

        Conversation seen = subscription.next();
        assertThat(seen.headers("X-Forwarded-For")).containsExactly("203.0.113.9, 127.0.0.1");
        assertThat(seen.headers("X-Forwarded-Proto")).containsExactly("https");
        assertThat(seen.headers("X-Forwarded-Host")).containsExactly("broadsheet.example");
    }

    @Test
    void whatTheProxyDoesNotSayIsAsTheGatewaySeesIt() throws Exception {
        get("/api/v1/newsletters", "Forwarded: for=203.0.113.9", "X-Real-IP: 203.0.113.9");

        Conversation seen = subscription.next();
        assertThat(seen.headers("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(seen.headers("X-Forwarded-Proto")).containsExactly("http");
        assertThat(seen.headers("X-Forwarded-Host")).containsExactly("news.example");
        assertThat(seen.headers("Forwarded")).isEmpty();
        assertThat(seen.headers("X-Real-IP")).isEmpty();
    }

    @Test
    void eachClientOfAProxyHasItsOwnLimit() throws Exception {
        assertThat(signUpFor("203.0.113.1").status()).isEqualTo(200);
        assertThat(signUpFor("203.0.113.1").status()).isEqualTo(200);

        assertProblem(signUpFor("203.0.113.1"), 429);
        assertThat(signUpFor("203.0.113.2").status()).isEqualTo(200);
    }

    @Test
    void whatAClientTellsTheProxyDoesNotMakeItAnother() throws Exception {
        assertThat(signUpFor("198.51.100.1, 203.0.113.3").status()).isEqualTo(200);
        assertThat(signUpFor("198.51.100.2, 203.0.113.3, 127.0.0.9").status()).isEqualTo(200);

        assertProblem(signUpFor("198.51.100.3, 203.0.113.3"), 429);
        assertThat(signUpFor("198.51.100.3").status()).isEqualTo(200);
    }

    @Test
    void anIpv6NetworkIsOneClient() throws Exception {
        assertThat(signUpFor("2001:db8:0:1::1").status()).isEqualTo(200);
        assertThat(signUpFor("2001:db8:0:1:ffff::2").status()).isEqualTo(200);

        assertProblem(signUpFor("2001:db8:0:1:a:b:c:d"), 429);
        assertThat(signUpFor("2001:db8:0:2::1").status()).isEqualTo(200);
    }

    private RawAnswer signUpFor(String forwardedFor) throws IOException {
        return ask("POST /api/v1/subscriptions HTTP/1.1\r\nContent-Length: 0\r\nX-Forwarded-For: " + forwardedFor);
    }

    @Test
    void theSiteTakesWhatIsNotTheApi() throws Exception {
        assertThat(get("/").status()).isEqualTo(200);
        assertThat(article.next().target()).isEqualTo("/");
        assertThat(get("/articles/some-slug").status()).isEqualTo(200);
        assertThat(article.next().target()).isEqualTo("/articles/some-slug");

        assertProblem(get("/api/v1/unknown"), 404);
        assertProblem(get("/q/health"), 404);
        assertThat(article.receivedTargets()).isEmpty();
    }
}
