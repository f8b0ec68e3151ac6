package dev.broadsheet.localstack.launch;

import dev.broadsheet.localstack.Command;
import dev.broadsheet.localstack.StackException;
import java.util.List;
import java.util.Set;

/** Starts everything and stays until it is told to stop. */
public final class UpCommand implements Command {

    private static final String FRESH = "--fresh";
    private static final String STACK_ONLY = "--stack-only";
    private static final String NO_SAMPLES = "--no-samples";

    @Override
    public int run(List<String> arguments) throws Exception {
        for (String argument : arguments) {
            if (!Set.of(FRESH, STACK_ONLY, NO_SAMPLES).contains(argument)) {
                throw new StackException("`up` does not know " + argument + ", only " + FRESH + ", " + STACK_ONLY
                        + " and " + NO_SAMPLES + ".");
            }
        }
        Up up = new Up(
                Environment.ofProcess(),
                new Console(System.out),
                arguments.contains(STACK_ONLY),
                !arguments.contains(NO_SAMPLES));
        up.prepare(arguments.contains(FRESH));
        // Ctrl-C and SIGTERM arrive as the end of the JVM; it waits for this thread.
        Runtime.getRuntime().addShutdownHook(new Thread(up::stop, "stop"));
        up.start();
        Thread.currentThread().join();
        return 0;
    }
}
