package dev.broadsheet.localstack.launch;

import java.nio.file.Path;

/** The java that runs this program; services run on the same. */
final class JavaProgram {

    private JavaProgram() {}

    static String path() {
        return ProcessHandle.current()
                .info()
                .command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }
}
