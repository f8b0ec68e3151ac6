package dev.broadsheet.notification.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.localstack.client.Inbox;
import dev.broadsheet.localstack.client.ReceivedMail;
import dev.broadsheet.outbox.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The service as it is configured, with the stack's own SMTP server. */
@QuarkusTest
class RelaysTest {

    private final Inbox inbox = Inbox.ofTestStack();

    @Inject
    Relays relays;

    @Inject
    MeterRegistry metrics;

    @Test
    void mailArrivesWithItsDots() {
        String address = "dots-" + Ids.next() + "@example.com";

        Outcome outcome = TestRelays.outcomeOf(relays.handOver(mail(address), Lane.READER_MAIL));

        assertThat(outcome).isEqualTo(Outcome.TAKEN);
        ReceivedMail received = inbox.awaitMailTo(address);
        assertThat(received.subject()).isEqualTo("To the stack");
        assertThat(received.text().stripTrailing()).isEqualTo(".\r\n..\r\nGood morning.");
    }

    @Test
    void oneMailGoesToOneMailbox() {
        String prefix = "many-" + Ids.next() + "-";
        List<CompletableFuture<Outcome>> handOvers = IntStream.range(0, 200)
                .mapToObj(i -> relays.handOver(mail(prefix + i + "@example.com"), Lane.READER_MAIL))
                .toList();

        assertThat(TestRelays.outcomesOf(handOvers)).containsOnly(Outcome.TAKEN);
        assertThat(inbox.awaitMailsTo(prefix + "0@example.com", 1)).hasSize(1);
        assertThat(inbox.awaitMailsTo(prefix + "199@example.com", 1)).hasSize(1);
        assertThat(metrics.get("broadsheet.mail.hand.over")
                        .tags("relay", "main", "result", "taken")
                        .timer()
                        .count())
                .isGreaterThanOrEqualTo(200);
    }

    private static Message mail(String address) {
        return new Message(
                "bounces@news.example",
                address,
                ("From: News <news@news.example>\r\nTo: " + address
                                + "\r\nSubject: To the stack\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n"
                                + ".\r\n..\r\nGood morning.\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
