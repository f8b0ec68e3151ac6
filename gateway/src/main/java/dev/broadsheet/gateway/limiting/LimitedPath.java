package dev.broadsheet.gateway.limiting;

import java.util.List;

/** A path, with all that lies below it, for which a limit counts some methods. */
record LimitedPath(String name, String path, List<String> methods, RateLimit limit) {

    boolean applies(String method, String requested) {
        return methods.contains(method) && isWithin(path, requested);
    }

    /** By whole segments, as routes are matched. */
    static boolean isWithin(String prefix, String path) {
        return path.startsWith(prefix)
                && (prefix.endsWith("/") || path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
