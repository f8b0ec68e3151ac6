package dev.broadsheet.localstack;

import java.util.List;

/** Something that the launcher can be asked to do. */
@FunctionalInterface
public interface Command {

    /** @return the exit code; a {@link StackException} is shown as one sentence and makes it 1 */
    int run(List<String> arguments) throws Exception;
}
