package dev.broadsheet.article.text;

import dev.broadsheet.problems.InvalidInputException;

/** The slug of something that has a name. */
public final class NamedSlug {

    private NamedSlug() {}

    /** The wanted one; null: one made from the name. */
    public static String of(String wanted, String name) {
        return wanted != null
                ? wanted
                : SlugText.of(name)
                        .orElseThrow(() -> InvalidInputException.of(
                                "slug", "slug.required", "The name makes no slug; send one along."));
    }

    /** An address names one thing, and what is sent there must not name another. */
    public static void requireSame(String inAddress, String sent) {
        if (sent != null && !sent.equals(inAddress)) {
            throw InvalidInputException.of("slug", "slug.fixed", "The slug must be the one in the address.");
        }
    }
}
