package dev.broadsheet.article.idempotency;

import dev.broadsheet.problems.InvalidInputException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name that a caller gives to one attempt to create something, so that it can be repeated when its answer was lost.
 *
 * @param editor who creates: keys of two editors have nothing to do with each other
 * @param value of the header
 */
public record CreationKey(String editor, String value) {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** Empty without the header. */
    public static Optional<CreationKey> of(String editor, String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (!ACCEPTED.matcher(header).matches()) {
            throw InvalidInputException.of(
                    HEADER,
                    "idempotency-key.format",
                    "The Idempotency-Key must be 1 to 200 visible ASCII characters without spaces.");
        }
        return Optional.of(new CreationKey(editor, header));
    }
}
