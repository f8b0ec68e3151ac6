package dev.broadsheet.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    private Path folder;

    @Test
    void theProcessThatWasWrittenDownIsFound() {
        PidFile file = new PidFile(folder.resolve("this.pid"));
        file.write(ProcessHandle.current());
        assertThat(file.process()).contains(ProcessHandle.current());
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotTaken() throws Exception {
        Path path = folder.resolve("reused.pid");
        Files.writeString(path, ProcessHandle.current().pid() + "\n2001-01-01T00:00:00Z\n");
        assertThat(new PidFile(path).process()).isEmpty();
    }
}
