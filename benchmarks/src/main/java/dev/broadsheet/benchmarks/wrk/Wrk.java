package dev.broadsheet.benchmarks.wrk;

import dev.broadsheet.benchmarks.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The load generator: a fixed number of connections, each always busy. */
public final class Wrk {

    private static final String FOLDER = "/benchmarks/";
    private static final String RESULT = "result.lua";

    /** An answer that is late is late, and no error. */
    private static final String PATIENCE = "30s";

    private final Program program;
    private final Path script;
    private final int threads;
    private final int connections;

    /**
     * @param requests the script that makes the requests
     * @param folder for the script that wrk reads
     */
    public Wrk(Program program, String requests, Path folder, int threads, int connections) {
        this.program = program;
        this.script = folder.resolve(requests);
        this.threads = threads;
        this.connections = connections;
        try {
            Files.writeString(script, read(requests) + read(RESULT));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + script, e);
        }
    }

    /**
     * @param arguments what the script is told
     */
    public WrkResult run(URI url, int seconds, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of(
                "-t",
                Integer.toString(threads),
                "-c",
                Integer.toString(connections),
                "-d",
                seconds + "s",
                "--timeout",
                PATIENCE,
                "-s",
                script.toString(),
                url.toString()));
        if (!arguments.isEmpty()) {
            all.add("--");
            all.addAll(arguments);
        }
        return WrkResult.parse(program.output(all.toArray(String[]::new)));
    }

    /** As in {@code wrk debian/4.1.0-3+b2 [epoll]}. */
    public static String version(Program program) {
        return program.output("-v").lines().findFirst().orElse("").replaceAll(" Copyright.*", "");
    }

    private static String read(String script) throws IOException {
        try (InputStream content = Wrk.class.getResourceAsStream(FOLDER + script)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
