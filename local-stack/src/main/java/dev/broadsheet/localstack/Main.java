package dev.broadsheet.localstack;

import dev.broadsheet.localstack.client.NotSeenException;
import dev.broadsheet.localstack.demo.Demo;
import dev.broadsheet.localstack.launch.StackLogging;
import dev.broadsheet.localstack.launch.TokenCommand;
import dev.broadsheet.localstack.launch.UpCommand;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The entrance of the launcher. Each command is a class; a new one needs its name here and a line in the script's help. */
public final class Main {

    private static final Map<String, Supplier<Command>> COMMANDS =
            Map.of("up", UpCommand::new, "demo", Demo::new, "token", TokenCommand::new);

    private Main() {}

    public static void main(String[] arguments) {
        StackLogging.configure();
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        String name = arguments.isEmpty() ? "" : arguments.get(0);
        Supplier<Command> command = COMMANDS.get(name);
        if (command == null) {
            System.err.println("There is no command `" + name + "`; see `./broadsheet help`.");
            return 2;
        }
        try {
            return command.get().run(arguments.subList(1, arguments.size()));
        } catch (StackException | NotSeenException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (Exception e) {
            e.printStackTrace();
            return 1;
        }
    }
}
