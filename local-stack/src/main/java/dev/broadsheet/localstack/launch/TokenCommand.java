package dev.broadsheet.localstack.launch;

import dev.broadsheet.localstack.Command;
import dev.broadsheet.localstack.StackException;
import dev.broadsheet.localstack.client.Tokens;
import dev.broadsheet.localstack.keys.SigningKeys;
import java.util.List;

/** Prints a bearer token and nothing else, so that it can stand in a command line. */
public final class TokenCommand implements Command {

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1 || !List.of(Tokens.EDITOR, Tokens.OPERATOR).contains(arguments.get(0))) {
            throw new StackException("Which token? `./broadsheet token editor` or `./broadsheet token operator`.");
        }
        HomeFolder home = Environment.ofProcess().home();
        Tokens tokens = new Tokens(SigningKeys.in(home.keys()).privateKey(), ServiceLaunches.ISSUER);
        System.out.println(tokens.forRole(arguments.get(0)));
        return 0;
    }
}
