package dev.broadsheet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.benchmarks.postfix.Postfix;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgramTest {

    @Test
    void aMissingProgramComesWithTheCommandThatInstallsIt() {
        assertThatThrownBy(() -> Program.require(List.of("sh", "no-such-program")))
                .isInstanceOf(CannotStart.class)
                .hasMessage("The benchmark needs no-such-program: install with `apt-get install no-such-program`.");
    }

    @Test
    void aFolderWithoutPostfixComesWithTheCommandThatFillsIt() {
        assertThatThrownBy(() -> Postfix.find(Optional.of(Path.of("no-such-folder"))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("apt-get download postfix");
    }

    @Test
    void aProgramIsFoundOnThePath() {
        assertThat(Program.require(List.of("sh")).get("sh").output("-c", "echo found"))
                .isEqualTo("found\n");
    }
}
