package dev.broadsheet.localstack.launch;

import dev.broadsheet.localstack.StackException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the person set, and where the checkout is. */
record Environment(Map<String, String> variables, Path root) {

    private static final int HIGHEST_PORT = 65_535;

    static Environment ofProcess() {
        return new Environment(
                System.getenv(),
                Path.of(System.getProperty("broadsheet.root", "")).toAbsolutePath());
    }

    Optional<String> text(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isBlank());
    }

    Port port(String variable, int usual, String usedBy) {
        int number = text(variable).map(value -> parsed(variable, value)).orElse(usual);
        return new Port(number, usedBy, variable);
    }

    HomeFolder home() {
        return new HomeFolder(text("BROADSHEET_HOME")
                .map(Path::of)
                .orElse(root.resolve(".broadsheet"))
                .toAbsolutePath()
                .normalize());
    }

    private static int parsed(String variable, String value) {
        try {
            int number = Integer.parseInt(value.trim());
            if (number > 0 && number <= HIGHEST_PORT) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new StackException(variable + " must be a port number, and is " + value, e);
        }
        throw new StackException(variable + " must be a port number, and is " + value);
    }
}
