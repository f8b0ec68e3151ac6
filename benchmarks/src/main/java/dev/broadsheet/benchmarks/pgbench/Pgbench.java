package dev.broadsheet.benchmarks.pgbench;

import dev.broadsheet.benchmarks.CannotStart;
import dev.broadsheet.benchmarks.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL's own load generator: a fixed number of connections, each always in a transaction. */
public final class Pgbench {

    private final Program program;
    private final String database;
    private final int threads;
    private final int connections;

    /**
     * @param database as libpq's connection strings name it
     */
    public Pgbench(Program program, String database, int threads, int connections) {
        this.program = program;
        this.database = database;
        this.threads = threads;
        this.connections = connections;
    }

    /** Runs a script over and over, its statements prepared once for each connection. */
    public PgbenchResult run(Path script, int seconds, Map<String, String> variables) {
        List<String> arguments = new ArrayList<>(List.of(
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + connections,
                "--jobs=" + threads,
                "--time=" + seconds,
                "--file=" + script));
        variables.forEach((name, value) -> arguments.add("--define=" + name + "=" + value));
        arguments.add(database);
        return PgbenchResult.parse(program.output(arguments.toArray(String[]::new)));
    }

    /** As in {@code pgbench (PostgreSQL) 15.13}. Debian has a command of this name that only looks for the program. */
    public static String version(Program program) {
        String version = program.output("--version").trim();
        if (!version.startsWith("pgbench ")) {
            throw new CannotStart(
                    "pgbench does not run (" + version.lines().findFirst().orElse("it says nothing")
                            + "): install it with `apt-get install postgresql-contrib`.");
        }
        return version;
    }
}
