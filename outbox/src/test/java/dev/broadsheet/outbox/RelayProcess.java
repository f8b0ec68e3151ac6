package dev.broadsheet.outbox;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A relay in a process of its own, so that a test can kill it as an operating system does. */
final class RelayProcess {

    private static final List<String> SHARED_PROPERTIES = List.of(
            "kafka.bootstrap.servers",
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.username",
            "quarkus.datasource.password");

    private RelayProcess() {}

    public static void main(String[] arguments) {
        OutboxDatabase.migrated().relay(arguments[0]).start();
        // The relay's thread is a daemon; this one is not, and has nothing else to do.
        while (true) {
            LockSupport.park();
        }
    }

    static Process start(String source) {
        return javaProcess(RelayProcess.class, source);
    }

    static Process javaProcess(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        for (String property : SHARED_PROPERTIES) {
            command.add("-D" + property + "=" + System.getProperty(property));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(new File("target/" + main.getSimpleName() + ".log"))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
