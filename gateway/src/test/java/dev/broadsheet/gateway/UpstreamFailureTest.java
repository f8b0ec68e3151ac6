package dev.broadsheet.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.junit.QuarkusTest;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UpstreamFailureTest extends GatewayTest {

    @Test
    void aServiceThatIsDownIsUnavailable() throws IOException {
        RawAnswer answer = get("/api/v1/desk/editions");

        assertProblem(answer, 503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void aServiceThatIsDownTakesNoBody() throws IOException {
        RawAnswer answer;
        try (RawClient client = connect()) {
            answer = client.send("POST /api/v1/ops/bounces HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nsome body")
                    .read();
        }
        assertProblem(answer, 503);
    }

    @Test
    void aServiceThatHangsTimesOut() throws Exception {
        article.behave(Conversation::awaitHangUp);

        assertProblem(get("/api/v1/articles"), 504);
    }

    @Test
    void aServiceThatHangsAfterAnUploadTimesOut() throws Exception {
        article.behave(Conversation::awaitHangUp);
        try (RawClient client = connect()) {
            client.send("PUT /api/v1/desk/articles/1 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}");

            assertProblem(client.read(), 504);
        }
    }

    @Test
    void aServiceThatHangsUpIsABadGateway() throws Exception {
        article.behave(Conversation::hangUp);

        assertProblem(get("/api/v1/articles"), 502);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
            })
    void aServiceThatTalksNonsenseIsABadGateway(String nonsense) throws Exception {
        article.behave(conversation -> {
            conversation.send(nonsense);
            conversation.hangUp();
        });

        assertProblem(get("/api/v1/articles"), 502);
    }

    @Test
    void anAnswerThatBreaksOffIsNotPassedOffAsWhole() throws Exception {
        article.behave(conversation -> {
            conversation.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            conversation.hangUp();
        });

        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> get("/api/v1/articles"));
    }

    @Test
    void aChunkedAnswerThatBreaksOffIsNotPassedOffAsWhole() throws Exception {
        article.behave(conversation -> {
            conversation.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n");
            conversation.hangUp();
        });

        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> get("/api/v1/articles"));
    }

    @Test
    void theErrorsOfAServiceAreItsOwn() throws Exception {
        article.answer("HTTP/1.1 410 Gone\r\nContent-Type: application/problem+json\r\nContent-Length: 2\r\n\r\n{}");

        RawAnswer answer = get("/api/v1/articles/retracted");

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.body()).isEqualTo("{}");
    }

    @Test
    void oneFailureDoesNotSpoilTheNextRequest() throws Exception {
        article.behave(Conversation::hangUp);
        assertProblem(get("/api/v1/articles"), 502);

        article.forget();
        assertThat(get("/api/v1/articles").status()).isEqualTo(200);
    }
}
