package dev.broadsheet.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;

@WithTestResource(TestUpstreams.class)
abstract class GatewayTest {

    @TestHTTPResource
    URI gateway;

    @TestHTTPResource(value = "/q", management = true)
    URI management;

    RecordingUpstream subscription;
    RecordingUpstream article;

    @BeforeEach
    void forgetEarlierTests() {
        subscription.forget();
        article.forget();
    }

    RawClient connect() throws IOException {
        return new RawClient(gateway);
    }

    /** Sends one request, given without its last empty line, and reads the answer. */
    RawAnswer ask(String head) throws IOException {
        try (RawClient client = connect()) {
            return client.send(head + "\r\nHost: news.example\r\n\r\n").read();
        }
    }

    RawAnswer get(String target, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("GET " + target + " HTTP/1.1");
        for (String header : headers) {
            head.append("\r\n").append(header);
        }
        return ask(head.toString());
    }

    RawAnswer managed(String path) throws IOException {
        try (RawClient client = new RawClient(management)) {
            return client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .read();
        }
    }

    static void assertProblem(RawAnswer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().getInteger("status")).isEqualTo(status);
        assertThat(answer.json().getString("requestId"))
                .isEqualTo(answer.header("X-Request-Id"))
                .isNotBlank();
        assertThat(answer.json().getString("type")).isEqualTo("about:blank");
        assertThat(answer.json().getString("title")).isNotBlank();
        assertThat(answer.json().getString("detail")).isNotBlank();
        assertThat(answer.json().getString("instance")).isNotNull();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    /** After an honest request was answered, nothing else can be on its way to these upstreams any more. */
    void assertNothingElseReachedAnUpstream() throws IOException {
        assertThat(get("/api/v1/newsletters/honest").status()).isEqualTo(200);
        assertThat(get("/api/v1/articles/honest").status()).isEqualTo(200);
        assertThat(subscription.receivedTargets()).containsExactly("/api/v1/newsletters/honest");
        assertThat(article.receivedTargets()).containsExactly("/api/v1/articles/honest");
    }
}
