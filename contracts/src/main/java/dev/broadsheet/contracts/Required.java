package dev.broadsheet.contracts;

import java.util.List;

/** Refuses events with missing parts where they are made, so that neither a writer nor a reader ever holds half of one. */
public final class Required {

    private Required() {}

    /** The value itself; {@link IllegalArgumentException} naming the property if it is null. */
    public static <T> T present(T value, String property) {
        if (value == null) {
            throw new IllegalArgumentException(property + " is missing");
        }
        return value;
    }

    /** An unmodifiable copy; {@link IllegalArgumentException} naming the property if the list or an item of it is null. */
    public static <T> List<T> items(List<T> values, String property) {
        for (T value : present(values, property)) {
            present(value, property + "[]");
        }
        return List.copyOf(values);
    }
}
