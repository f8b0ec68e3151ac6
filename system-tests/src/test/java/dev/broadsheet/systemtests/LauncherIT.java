package dev.broadsheet.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What starting and stopping promises. */
class LauncherIT {

    @TempDir
    Path folder;

    @Test
    void stoppingLeavesNoProcessBehindAndStartingAgainFindsTheData() {
        Newsroom first = Newsroom.startEmpty(folder);
        List<ProcessHandle> processes = first.processes();
        assertThat(first.api().signUp("kept@example.com", "markets").statusCode())
                .isEqualTo(202);
        first.close();

        await().atMost(Duration.ofSeconds(10)).until(() -> processes.stream().noneMatch(LauncherIT::isRunning));
        assertThat(first.output()).contains("Stopped");

        try (Newsroom second = first.startAgain()) {
            assertThat(second.database("subscription").strings("SELECT email FROM subscriber"))
                    .contains("kept@example.com");
        }
    }

    @Test
    void aLauncherThatWasKilledIsCleanedUpByTheNext() {
        Newsroom killed = Newsroom.startEmpty(folder);
        List<ProcessHandle> processes = killed.processes();
        assertThat(killed.api().signUp("kept@example.com", "markets").statusCode())
                .isEqualTo(202);
        killed.launcher().destroyForcibly();
        await().until(() -> !killed.launcher().isAlive());

        try (Newsroom next = killed.startAgain()) {
            assertThat(processes).noneMatch(LauncherIT::isRunning);
            assertThat(next.database("subscription").strings("SELECT email FROM subscriber"))
                    .contains("kept@example.com");
        }
    }

    /** A zombie is alive to the system but has no command any more. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
