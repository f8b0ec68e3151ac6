package dev.broadsheet.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program of the system that we run. */
public record Program(Path path) {

    /** Servers are installed there, and not everybody has it on the PATH. */
    private static final List<String> ALSO = List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

    /** Of those that are in a package of another name, on Debian and its kin. */
    private static final Map<String, String> PACKAGES =
            Map.of("pgbench", "postgresql-contrib", "smtp-sink", "postfix", "smtp-source", "postfix");

    /** All of them, or a sentence that says how to get those that are missing. */
    public static Map<String, Program> require(List<String> names) {
        List<String> missing =
                names.stream().filter(name -> find(name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new CannotStart("The benchmark needs " + String.join(" and ", missing)
                    + ": install with `apt-get install "
                    + missing.stream()
                            .map(name -> PACKAGES.getOrDefault(name, name))
                            .distinct()
                            .collect(Collectors.joining(" "))
                    + "`.");
        }
        Map<String, Program> programs = new HashMap<>();
        names.forEach(name -> programs.put(name, find(name).orElseThrow()));
        return programs;
    }

    private static Optional<Program> find(String name) {
        String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(folders.split(File.pathSeparator)), ALSO.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Program::new);
    }

    /** Runs it to its end; what it printed, whatever its exit code. */
    public String output(String... arguments) {
        try {
            Process process = new ProcessBuilder(command(arguments))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new BenchmarkFailure("Cannot run " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted while running " + path, e);
        }
    }

    /** Starts it; what it prints goes to a file. It does not outlive us. */
    public Process start(Path log, String... arguments) {
        try {
            Process process = new ProcessBuilder(command(arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return process;
        } catch (IOException e) {
            throw new BenchmarkFailure("Cannot run " + path, e);
        }
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(path.toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
