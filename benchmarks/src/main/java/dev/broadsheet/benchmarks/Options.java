package dev.broadsheet.benchmarks;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the person asked for.
 *
 * @param articles how many are published before anything is measured
 * @param seconds how long one round of reading takes; the other measurements take multiples of it
 * @param report where the JSON goes; empty: among the reports of earlier runs
 */
public record Options(int articles, int seconds, Optional<Path> report) {

    static final String USAGE =
            "Usage: ./broadsheet benchmark articles [--articles NUMBER] [--seconds NUMBER] [--report FILE]";

    private static final int USUAL_ARTICLES = 10_000;
    private static final int USUAL_SECONDS = 10;
    /** With fewer there is no second page to speak of. */
    private static final int FEWEST_ARTICLES = 100;

    static Options parse(List<String> arguments) {
        Iterator<String> rest = arguments.iterator();
        if (!rest.hasNext() || !rest.next().equals("articles")) {
            throw new CannotStart(USAGE);
        }
        int articles = USUAL_ARTICLES;
        int seconds = USUAL_SECONDS;
        Optional<Path> report = Optional.empty();
        while (rest.hasNext()) {
            String name = rest.next();
            switch (name) {
                case "--articles" -> articles = number(name, value(name, rest), FEWEST_ARTICLES);
                case "--seconds" -> seconds = number(name, value(name, rest), 1);
                case "--report" -> report = Optional.of(Path.of(value(name, rest)));
                default -> throw new CannotStart("`benchmark articles` does not know " + name + ". " + USAGE);
            }
        }
        return new Options(articles, seconds, report);
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new CannotStart(name + " needs a value. " + USAGE);
        }
        return rest.next();
    }

    private static int number(String name, String value, int lowest) {
        try {
            int number = Integer.parseInt(value);
            if (number >= lowest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, as a number that is too low is.
        }
        throw new CannotStart(name + " must be a number from " + lowest + " up, and is " + value + ".");
    }
}
