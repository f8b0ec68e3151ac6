package dev.broadsheet.localstack.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** What a module's tests need, from the file {@code local-stack.properties} on its test class path. */
record TestStackSettings(Set<Part> parts, String database) {

    enum Part {
        KAFKA,
        POSTGRES,
        MAIL
    }

    private static final String FILE = "local-stack.properties";

    /** Empty for a module without the file, whose tests need no stack. */
    static Optional<TestStackSettings> ofClassPath(ClassLoader loader) {
        try (InputStream file = loader.getResourceAsStream(FILE)) {
            if (file == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(file);
            return Optional.of(new TestStackSettings(
                    parts(properties.getProperty("parts", "kafka,postgres,mail")),
                    properties.getProperty("database", "test")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    private static Set<Part> parts(String names) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        Arrays.stream(names.split(","))
                .map(name -> Part.valueOf(name.trim().toUpperCase(Locale.ROOT)))
                .forEach(parts::add);
        return parts;
    }
}
