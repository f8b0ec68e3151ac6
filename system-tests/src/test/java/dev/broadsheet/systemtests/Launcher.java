package dev.broadsheet.systemtests;

import dev.broadsheet.localstack.testing.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The launcher as the script calls it, in a process of its own. */
final class Launcher {

    static final Path ROOT = Path.of(System.getProperty("broadsheet.root"));

    private static final List<String> SERVERS =
            List.of("KAFKA", "KAFKA_CONTROLLER", "POSTGRES", "SMTP", "IMAP", "INBOX");
    private static final List<String> SERVICES =
            List.of("GATEWAY", "SUBSCRIPTION", "ARTICLE", "NOTIFICATION", "FRONTEND");

    private Launcher() {}

    /** A home folder and free ports for everything. */
    static Map<String, String> environment(Path home) {
        FreePorts ports = new FreePorts();
        Map<String, String> environment = new TreeMap<>();
        environment.put("BROADSHEET_HOME", home.toString());
        SERVERS.forEach(name -> environment.put(variable(name), Integer.toString(ports.next())));
        for (String name : SERVICES) {
            environment.put(variable(name), Integer.toString(ports.next()));
            environment.put(variable(name + "_MANAGEMENT"), Integer.toString(ports.next()));
        }
        return environment;
    }

    static String variable(String port) {
        return "BROADSHEET_" + port + "_PORT";
    }

    static Process start(Map<String, String> environment, Path log, String... arguments) {
        Path localStack = ROOT.resolve("local-stack/target");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Dbroadsheet.root=" + ROOT,
                "-cp",
                localStack.resolve("local-stack.jar") + ":" + localStack.resolve("lib") + "/*",
                "dev.broadsheet.localstack.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end; the exit code. */
    static int run(Map<String, String> environment, Path log, String... arguments) {
        try {
            return start(environment, log, arguments).waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
