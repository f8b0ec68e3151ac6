package dev.broadsheet.benchmarks.postfix;

import dev.broadsheet.benchmarks.BenchmarkFailure;
import dev.broadsheet.benchmarks.CannotStart;
import dev.broadsheet.benchmarks.Program;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Postfix's test programs: a sink that takes mails and throws them away, and a source that sends them.
 *
 * @param environment what they need to find their libraries
 */
public record Postfix(Program sink, Program source, Map<String, String> environment) {

    private static final String SINK = "smtp-sink";
    private static final String SOURCE = "smtp-source";

    /**
     * @param folder where the package was unpacked; empty: it is installed
     */
    public static Postfix find(Optional<Path> folder) {
        return folder.map(Postfix::unpackedIn).orElseGet(() -> {
            Map<String, Program> programs = Program.require(List.of(SINK, SOURCE));
            return new Postfix(programs.get(SINK), programs.get(SOURCE), Map.of());
        });
    }

    private static Postfix unpackedIn(Path folder) {
        Path programs = folder.toAbsolutePath().resolve("usr/sbin");
        Path libraries = folder.toAbsolutePath().resolve("usr/lib/postfix");
        for (String name : List.of(SINK, SOURCE)) {
            if (!Files.isExecutable(programs.resolve(name))) {
                throw new CannotStart("There is no " + programs.resolve(name)
                        + ": unpack Debian's package postfix there with `apt-get download postfix` and `dpkg-deb -x`.");
            }
        }
        return new Postfix(
                new Program(programs.resolve(SINK)),
                new Program(programs.resolve(SOURCE)),
                Map.of("LD_LIBRARY_PATH", libraries.toString()));
    }

    /** Starts one of them; what it prints is for the caller to read. */
    Process start(Program program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program.path().toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new BenchmarkFailure("Cannot run " + program.path(), e);
        }
    }

    /** Runs one to its end, which must be a good one. */
    void run(Program program, List<String> arguments) {
        Process process = start(program, arguments);
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchmarkFailure(program.path() + " failed: " + output);
            }
        } catch (IOException e) {
            throw new BenchmarkFailure("Cannot read what " + program.path() + " says", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted", e);
        }
    }
}
