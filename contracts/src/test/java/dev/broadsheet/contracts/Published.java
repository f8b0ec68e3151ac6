package dev.broadsheet.contracts;

import java.nio.file.Path;

/** The frozen copies of the last release, described in the folder's README. */
final class Published {

    static final Path SCHEMAS = Path.of("src/test/resources/published");
    static final Path EXAMPLES = SCHEMAS.resolve("examples");

    private Published() {}
}
