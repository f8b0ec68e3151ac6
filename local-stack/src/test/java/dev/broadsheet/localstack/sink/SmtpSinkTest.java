package dev.broadsheet.localstack.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.localstack.client.MailSender;
import dev.broadsheet.localstack.sink.Arrivals.Mail;
import dev.broadsheet.localstack.sink.Behaviour.Answer;
import dev.broadsheet.localstack.testing.FreePorts;
import jakarta.mail.MessagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmtpSinkTest {

    private static final String READER = "reader@example.com";
    private static final String TRANSACTION = "MAIL FROM:<>\r\nRCPT TO:<" + READER + ">\r\nDATA\r\n";
    private static final String MAIL = "Subject: x\r\nMessage-ID: <1@example.com>\r\n\r\n..dotted\r\n.\r\n";
    private static final Mail TAKEN = new Mail("<1@example.com>", READER);

    private final int port = new FreePorts().next();
    private final SmtpSink sink = SmtpSink.listenOn(port);

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void aMailProgramsMailIsCountedByMessageIdAndRecipient() throws Exception {
        new MailSender(port).send(READER, "Subject", "text", "<p>html</p>");

        assertThat(sink.arrivals().recipients()).containsExactly(READER);
        assertThat(sink.arrivals().times().keySet().iterator().next().messageId())
                .matches("<.+@.+>");
    }

    @Test
    void mailsThatAreSentInOneGoAreTakenOneByOne() throws Exception {
        try (Client client = new Client()) {
            client.send("EHLO x\r\n" + TRANSACTION + MAIL + TRANSACTION + MAIL + "QUIT\r\n");

            assertThat(client.codes()).isEqualTo("220 250 250 250 250 250 250 354 250 250 250 354 250 221");
        }
        assertThat(sink.arrivals().times()).isEqualTo(Map.of(TAKEN, 2));
        assertThat(sink.arrivals().repeated()).isEqualTo(1);
        // The second dot only protects the first.
        assertThat(sink.octets()).isEqualTo(2L * (MAIL.length() - ".\r\n".length() - 1));
    }

    @Test
    void aFoldedMessageIdIsReadToo() throws Exception {
        try (Client client = new Client()) {
            client.send(TRANSACTION + "Message-Id:\r\n <1@example.com>\r\n\r\n.\r\nQUIT\r\n");
            client.codes();
        }
        assertThat(sink.arrivals().times()).containsOnlyKeys(TAKEN);
    }

    @Test
    void whatIsPutOffIsNotTaken() throws Exception {
        sink.behave((recipient, attempt) -> switch (attempt) {
            case 1 -> Answer.DEFER_RECIPIENT;
            case 2 -> Answer.DEFER_MAIL;
            default -> Answer.CLOSE;
        });
        try (Client client = new Client()) {
            client.send(TRANSACTION + TRANSACTION + MAIL + TRANSACTION);

            assertThat(client.codes()).isEqualTo("220 250 451 554 250 250 354 451 250 421");
        }
        assertThat(sink.taken()).isZero();
        assertThat(sink.begun()).containsExactly(READER);
    }

    @Test
    void aMailCanBeTakenWithoutAnAnswer() throws Exception {
        sink.behave((recipient, attempt) -> Answer.TAKE_AND_DROP);
        try (Client client = new Client()) {
            client.send(TRANSACTION + MAIL);

            assertThat(client.codes()).isEqualTo("220 250 250 354");
        }
        assertThat(sink.arrivals().unanswered()).containsExactly(TAKEN);
    }

    @Test
    void mailsWaitForTheirAnswerAsLongAsTheSinkHoldsThem() throws Exception {
        sink.hold();
        try (Client client = new Client()) {
            client.send(TRANSACTION + MAIL + "QUIT\r\n");
            assertThat(client.codes(4)).isEqualTo("220 250 250 354");
            assertThat(sink.taken()).isZero();

            sink.release();

            assertThat(client.codes()).isEqualTo("250 221");
        }
        assertThat(sink.taken()).isEqualTo(1);
    }

    @Test
    void whoeverWaitsWhenTheSinkGoesDownIsNotCounted() throws Exception {
        sink.hold();
        try (Client client = new Client()) {
            client.send(TRANSACTION + MAIL);
            client.codes(4);

            sink.goDown();

            assertThat(client.codes()).isEmpty();
        }
        assertThatThrownBy(() -> new MailSender(port).send(READER, "Subject", "text", "html"))
                .isInstanceOf(MessagingException.class);
        sink.release();
        sink.comeUp();
        new MailSender(port).send(READER, "Subject", "text", "html");
        assertThat(sink.taken()).isEqualTo(1);
    }

    /** Says everything at once, and hears what comes back. */
    private final class Client implements AutoCloseable {

        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

        private Client() throws IOException {}

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        /** The codes of all lines until the sink says no more. */
        String codes() throws IOException {
            return codes(Integer.MAX_VALUE);
        }

        String codes(int most) throws IOException {
            StringBuilder codes = new StringBuilder();
            for (int i = 0; i < most; i++) {
                String line = in.readLine();
                if (line == null) {
                    break;
                }
                codes.append(line, 0, 3).append(' ');
            }
            return codes.toString().trim();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
