package dev.broadsheet.benchmarks;

import dev.broadsheet.benchmarks.Subject.Size;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the person asked for.
 *
 * @param numbers by the name of the option; those that were not given have their usual value
 * @param paths files and folders that were given, by the name of the option
 */
public record Options(Subject subject, Map<String, Integer> numbers, Map<String, Path> paths) {

    static Options parse(List<String> arguments) {
        Iterator<String> rest = arguments.iterator();
        Subject subject = Optional.of(rest)
                .filter(Iterator::hasNext)
                .flatMap(words -> Subject.called(words.next()))
                .orElseThrow(() -> new CannotStart(Subject.usage()));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        subject.sizes().forEach(size -> numbers.put(size.name(), size.usual()));
        Map<String, Path> paths = new LinkedHashMap<>();
        while (rest.hasNext()) {
            String name = rest.next();
            if (subject.hasPath(name)) {
                paths.put(name, Path.of(value(name, rest)));
            } else {
                Size size = subject.size(name)
                        .orElseThrow(() -> new CannotStart(
                                "`benchmark " + subject.word() + "` does not know " + name + ".\n" + Subject.usage()));
                numbers.put(name, number(size, value(name, rest)));
            }
        }
        return new Options(subject, Map.copyOf(numbers), Map.copyOf(paths));
    }

    /** Where the JSON goes; empty: among the reports of earlier runs. */
    Optional<Path> report() {
        return path("--report");
    }

    public Optional<Path> path(String name) {
        return Optional.ofNullable(paths.get(name));
    }

    public int number(String name) {
        return numbers.get(name);
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new CannotStart(name + " needs a value.\n" + Subject.usage());
        }
        return rest.next();
    }

    private static int number(Size size, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= size.lowest()) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, as a number that is too low is.
        }
        throw new CannotStart(size.name() + " must be a number from " + size.lowest() + " up, and is " + value + ".");
    }
}
