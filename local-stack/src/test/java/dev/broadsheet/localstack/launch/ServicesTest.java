package dev.broadsheet.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.localstack.testing.FreePorts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesTest {

    private final int port = new FreePorts().next();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @Test
    void aServiceThatIsKilledIsStartedAgainAndSaidSo() {
        Services services = new Services(List.of(standIn(Integer.toString(port))), console);
        services.start();
        try {
            ProcessHandle first = running();
            first.destroyForcibly();
            Awaiting.until(
                    "another process",
                    () -> new PidFile(pidFile())
                            .process()
                            .filter(process -> process.pid() != first.pid())
                            .isPresent());
            Awaiting.until("readiness", () -> said().contains("stand-in is ready again"));
            assertThat(said()).contains("!! stand-in ended by itself (exit code 137)", "ready as " + first.pid());
        } finally {
            services.stop();
        }
    }

    @Test
    void stoppingLeavesNoProcessAndNoPidFile() {
        Services services = new Services(List.of(standIn(Integer.toString(port))), console);
        services.start();
        ProcessHandle process = running();
        services.stop();
        Awaiting.until("the end of the process", () -> process.info().command().isEmpty());
        assertThat(pidFile()).doesNotExist();
        assertThat(said()).doesNotContain("ended by itself");
    }

    @Test
    void aServiceThatCannotStartIsReportedWithItsLastLines() {
        Services services = new Services(List.of(standIn()), console);
        assertThatThrownBy(services::start)
                .hasMessageContaining("stand-in ended while starting, with exit code 3")
                .hasMessageContaining("no port, no work");
        services.stop();
    }

    @Test
    void whatAKilledLauncherLeftBehindIsStoppedByTheNext() {
        Services abandoned = new Services(List.of(standIn(Integer.toString(port))), console);
        abandoned.start();
        ProcessHandle process = running();
        // As if this launcher were gone: its watcher must not bring the process back.
        new Leftovers(folder, console).stopAll();
        abandoned.stop();
        Awaiting.until("the end of the process", () -> process.info().command().isEmpty());
        assertThat(pidFile()).doesNotExist();
    }

    private ServiceLaunch standIn(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(JavaProgram.path(), "-cp", System.getProperty("java.class.path"), StandIn.class.getName()));
        command.addAll(List.of(arguments));
        return new ServiceLaunch(
                "stand-in",
                command,
                Map.of(),
                folder,
                folder.resolve("stand-in.log"),
                pidFile(),
                URI.create("http://localhost:" + port + "/q/health/ready"));
    }

    private ProcessHandle running() {
        return new PidFile(pidFile()).process().orElseThrow();
    }

    private Path pidFile() {
        return folder.resolve("stand-in.pid");
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
