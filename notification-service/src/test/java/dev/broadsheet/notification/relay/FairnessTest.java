package dev.broadsheet.notification.relay;

import static dev.broadsheet.notification.relay.TestRelays.outcomeOf;
import static dev.broadsheet.notification.relay.TestRelays.outcomesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Who goes first when there is more mail than connections. */
class FairnessTest {

    private static final Lane OTHER_EDITION = new Lane(UUID.fromString("0198a000-0000-7000-8000-000000000002"));

    /** Contents that are answered one by one, when the test says so. */
    private final Semaphore answers = new Semaphore(0);

    private final ScriptedRelay.Script onDemand = (command, connection) -> {
        if (command.startsWith("CONTENT")) {
            answers.acquireUninterruptibly();
        }
        return null;
    };

    @Test
    void editionsTakeTurns() {
        try (ScriptedRelay relay = ScriptedRelay.offering("8BITMIME", onDemand);
                TestRelays relays = TestRelays.to(relay, "relays.main.max-connections=1")) {
            List<CompletableFuture<Outcome>> all = new ArrayList<>();
            all.add(relays.begin("first@example.com"));
            await().until(() -> relay.commands().contains("DATA"));
            for (int i = 0; i < 20; i++) {
                all.add(relays.begin("large@example.com"));
            }
            for (int i = 0; i < 3; i++) {
                all.add(relays.begin("small@example.com", OTHER_EDITION));
            }
            await().until(() -> waiting(relays) == all.size() - 1);
            answers.release(all.size());
            outcomesOf(all);

            assertThat(relay.mails().subList(1, 9))
                    .extracting(ScriptedRelay.Mail::recipient)
                    .containsSubsequence(
                            "large@example.com",
                            "small@example.com",
                            "large@example.com",
                            "small@example.com",
                            "large@example.com",
                            "small@example.com");
        }
    }

    @Test
    void aMailThatSomebodyWaitsForHasAConnectionOfItsOwn() {
        ScriptedRelay.Script editionsHang = (command, connection) ->
                command.startsWith("CONTENT") && command.contains("reader-") ? ScriptedRelay.SILENCE : null;
        try (ScriptedRelay relay = ScriptedRelay.saying(editionsHang);
                TestRelays relays = TestRelays.to(
                        relay, "relays.main.max-connections=4", "relays.main.per-second=1", "hand-over.limit=5s")) {
            relays.beginAll(200, TestRelays.EDITION);

            for (int i = 0; i < 10; i++) {
                assertThat(outcomeOf(relays.begin("confirm@example.com", Lane.READER_MAIL)))
                        .isEqualTo(Outcome.TAKEN);
            }
        }
    }

    @Test
    void onOneConnectionItGoesBeforeWhatWaits() {
        try (ScriptedRelay relay = ScriptedRelay.offering("8BITMIME", onDemand);
                TestRelays relays = TestRelays.to(relay, "relays.main.max-connections=1")) {
            List<CompletableFuture<Outcome>> all = new ArrayList<>(relays.beginAll(20, TestRelays.EDITION));
            await().until(() -> relay.commands().contains("DATA"));
            all.add(relays.begin("confirm@example.com", Lane.READER_MAIL));
            await().until(() -> waiting(relays) == all.size() - 1);
            answers.release(all.size());
            outcomesOf(all);

            assertThat(relay.mails().get(1).recipient()).isEqualTo("confirm@example.com");
        }
    }

    /** All but the one whose dialogue is under way: what was handed over is accepted a moment later, on another thread. */
    private static double waiting(TestRelays relays) {
        return relays.metrics().get("broadsheet.mail.waiting").gauge().value();
    }
}
