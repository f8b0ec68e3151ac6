package dev.broadsheet.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
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
                    "broadsheet.gateway.upstreams.frontend.url", "${broadsheet.gateway.upstreams.article.url}");
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
