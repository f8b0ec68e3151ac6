package dev.broadsheet.benchmarks.newsroom;

import dev.broadsheet.benchmarks.Program;
import java.nio.file.Path;

/** A service that does nothing for a while. It keeps its place, nobody starts it again, and its work waits for it. */
public final class PausedService implements AutoCloseable {

    /** As a command, `kill` is not everywhere; in a shell it is. */
    private static final Program SHELL = new Program(Path.of("/bin/sh"));

    private final long process;
    // For the case that we are stopped half-way: a paused process does not end when it is asked to.
    private final Thread atExit = new Thread(this::goOn);

    private PausedService(long process) {
        this.process = process;
    }

    public static PausedService pause(long process) {
        PausedService paused = new PausedService(process);
        Runtime.getRuntime().addShutdownHook(paused.atExit);
        paused.signal("STOP");
        return paused;
    }

    /** Lets it go on. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        goOn();
    }

    private void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        SHELL.output("-c", "kill -" + name + " " + process);
    }
}
