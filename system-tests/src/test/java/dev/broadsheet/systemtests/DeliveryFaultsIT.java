package dev.broadsheet.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.benchmarks.faults.Fault;
import dev.broadsheet.benchmarks.faults.FaultResult;
import dev.broadsheet.benchmarks.faults.FaultRun;
import dev.broadsheet.benchmarks.faults.Leaving;
import dev.broadsheet.benchmarks.faults.Stage;
import dev.broadsheet.benchmarks.mailroom.Audience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An edition to twenty thousand readers for each kind of fault: every delivery becomes final, everybody gets the mail, nobody
 * else does, and only what was under way to the relay when its sender was killed, or was taken without a reply, comes twice.
 */
class DeliveryFaultsIT {

    private static final Audience EVERYONE = new Audience("everyone", 20_000);
    private static final Audience LEAVING = new Audience("leaving", 5_000);
    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final Duration OUTAGE = Duration.ofSeconds(10);

    @TempDir
    static Path folder;

    private static Stage stage;
    private static FaultRun edition;

    @BeforeAll
    static void openTheMailroom() {
        stage = Stage.open(Launcher.ROOT, folder, Map.of());
        stage.mailroom().add(EVERYONE);
        edition = new FaultRun(stage, EVERYONE, LIMIT);
    }

    @AfterAll
    static void closeTheMailroom() {
        stage.close();
    }

    @Test
    void sendersThatAreKilledJoinAndLeaveLoseNothing() {
        FaultResult result =
                edition.run(Fault.inTurn(Fault.killOneOfTwo(), Fault.joinAndLeave(), Fault.killTheOnlyOne()));

        assertThat(result.broken()).as(result.toString()).isEmpty();
    }

    @Test
    void restartsOfKafkaPostgresAndTheRelayLoseAndRepeatNothing() {
        FaultResult result =
                edition.run(Fault.inTurn(Fault.kafkaRestarts(), Fault.postgresRestarts(), Fault.relayIsDown(OUTAGE)));

        assertThat(result.broken()).as(result.toString()).isEmpty();
    }

    @Test
    void aRelayThatPutsOffHalfAndDropsConnectionsRepeatsOnlyWhatItDidNotAnswer() {
        FaultResult result = edition.run(Fault.inTurn(Fault.relayPutsOff(), Fault.relayDropsConnections()));

        assertThat(result.broken()).as(result.toString()).isEmpty();
        assertThat(result.unanswered()).isPositive();
    }

    @Test
    void whoeverUnsubscribesBeforeTheHandOverIsNotMailed() {
        stage.mailroom().add(LEAVING);

        Leaving.Result result = new Leaving(stage, LEAVING, LIMIT).run();

        assertThat(result.beforeTaking()).isPositive();
        assertThat(result.mailed()).isZero();
        assertThat(result.suppressed()).isEqualTo(result.left());
        assertThat(result.missed()).isZero();
    }
}
