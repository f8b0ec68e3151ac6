package dev.broadsheet.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.localstack.Main;
import dev.broadsheet.localstack.testing.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpCommandTest {

    private final Map<String, String> environment = new TreeMap<>();

    @TempDir
    private Path folder;

    @Test
    void theStackStartsOncePerFolderAndStopsWithoutATrace() throws Exception {
        prepare();
        Path log = folder.resolve("first.log");
        Process first = launch(log, "up", "--stack-only");
        try {
            Awaiting.until("the summary", () -> read(log).contains("Ctrl-C stops all of it"));
            assertThat(new Readiness(inbox()).isReached()).isTrue();

            Path refusal = folder.resolve("second.log");
            assertThat(launch(refusal, "up", "--stack-only").waitFor()).isEqualTo(1);
            assertThat(read(refusal)).contains("already up here, as process " + first.pid());
        } finally {
            first.destroy();
        }
        assertThat(first.waitFor()).isEqualTo(143);
        assertThat(read(log)).contains("Stopped");
        assertThat(folder.resolve("home/data/postgres/postmaster.pid")).doesNotExist();
        assertThat(new Readiness(inbox()).isReached()).isFalse();
    }

    @Test
    void aTokenIsPrintedAndNothingElse() throws Exception {
        prepare();
        Path out = folder.resolve("token");
        assertThat(launch(out, "token", "editor").waitFor()).isZero();
        assertThat(read(out)).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\n");
    }

    private void prepare() throws IOException {
        FreePorts ports = new FreePorts();
        for (String name : List.of("KAFKA", "KAFKA_CONTROLLER", "POSTGRES", "SMTP", "IMAP", "INBOX")) {
            environment.put("BROADSHEET_" + name + "_PORT", Integer.toString(ports.next()));
        }
        environment.put("BROADSHEET_HOME", folder.resolve("home").toString());
        Path topics = folder.resolve("root/contracts/src/main/resources/broadsheet/topics.json");
        Files.createDirectories(topics.getParent());
        Files.writeString(topics, "{\"topics\":[{\"name\":\"events\",\"partitions\":1}]}");
    }

    private Process launch(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                JavaProgram.path(),
                "-Dbroadsheet.root=" + folder.resolve("root"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private URI inbox() {
        return URI.create("http://localhost:" + environment.get("BROADSHEET_INBOX_PORT") + "/livez");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
