package dev.broadsheet.markup;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Where a link may lead. */
final class Destination {

    private static final Set<String> SAFE_SCHEMES = Set.of("http", "https", "mailto");

    private Destination() {}

    /**
     * What is no URI is not safe either: browsers repair addresses, dropping spaces and control characters inside of a
     * scheme, and what they make of one is theirs to know.
     */
    static boolean isSafe(String destination) {
        try {
            String scheme = new URI(destination).getScheme();
            return scheme != null && SAFE_SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
