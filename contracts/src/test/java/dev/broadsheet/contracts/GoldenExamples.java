package dev.broadsheet.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The golden examples of all events, for the tests of whoever reads them: a reader that can handle each of these can
 * handle what is on the topics. They are found by an index, because a class path cannot be listed when it is a jar.
 */
public final class GoldenExamples {

    static final String FOLDER = "broadsheet/examples/";
    static final String INDEX = FOLDER + "index.txt";

    private static final List<GoldenExample> ALL =
            read(INDEX).lines().map(GoldenExamples::example).toList();

    private GoldenExamples() {}

    public static List<GoldenExample> all() {
        return ALL;
    }

    public static List<GoldenExample> of(EventType type) {
        return ALL.stream().filter(example -> example.type() == type).toList();
    }

    /** Throws {@link IllegalArgumentException} if there is no example of that name. */
    public static GoldenExample of(EventType type, String name) {
        return of(type).stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No example " + name + " of " + type.eventName()));
    }

    /** The files are called {@code <event>.v<version>.<name>.json}. */
    private static GoldenExample example(String file) {
        String[] parts = file.split("\\.");
        if (parts.length != 4) {
            throw new IllegalStateException(INDEX + " has a line that names no example: " + file);
        }
        EventType type = Arrays.stream(EventType.values())
                .filter(known -> known.eventName().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(file + " is an example of an unknown event"));
        return new GoldenExample(type, parts[2], FOLDER + file, read(FOLDER + file));
    }

    static String read(String resource) {
        try (InputStream stream = GoldenExamples.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
