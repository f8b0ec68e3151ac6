package dev.broadsheet.benchmarks.wrk;

import dev.broadsheet.benchmarks.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The load generator: a fixed number of connections, each always busy. */
public final class Wrk {

    private static final String SCRIPT = "/benchmarks/wrk.lua";

    private final Program program;
    private final Path script;
    private final int threads;
    private final int connections;

    public Wrk(Program program, Path folder, int threads, int connections) {
        this.program = program;
        this.script = folder.resolve("wrk.lua");
        this.threads = threads;
        this.connections = connections;
        try (InputStream content = Wrk.class.getResourceAsStream(SCRIPT)) {
            Files.copy(content, script, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + script, e);
        }
    }

    /**
     * @param paths a file with a path in each line, asked for instead of the URL's own, each as often as any other
     */
    public WrkResult run(URI url, int seconds, Optional<Path> paths) {
        List<String> arguments = new ArrayList<>(List.of(
                "-t",
                Integer.toString(threads),
                "-c",
                Integer.toString(connections),
                "-d",
                seconds + "s",
                "-s",
                script.toString(),
                url.toString()));
        paths.ifPresent(file -> arguments.addAll(List.of("--", file.toString())));
        return WrkResult.parse(program.output(arguments.toArray(String[]::new)));
    }

    /** As in {@code wrk debian/4.1.0-3+b2 [epoll]}. */
    public static String version(Program program) {
        return program.output("-v").lines().findFirst().orElse("").replaceAll(" Copyright.*", "");
    }
}
