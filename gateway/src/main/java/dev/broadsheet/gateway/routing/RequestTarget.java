package dev.broadsheet.gateway.routing;

import java.util.Locale;

/**
 * The path and query of a request, in the one form that is both matched and forwarded.
 *
 * <p>A path that gateway and upstream could read differently is the way around a route table, so nothing is repaired:
 * dot segments, empty segments, encoded delimiters and path parameters are refused. Percent-encoded letters, digits and
 * the like are decoded, as RFC 3986 calls them the same path.
 */
public record RequestTarget(String path, String query) {

    private static final String UNRESERVED_MARKS = "-._~";
    /** RFC 3986 has ";" here too. Some servers cut a segment at it, others don't. */
    private static final String PATH_DELIMITERS = "!$&'()*+,=:@/";

    private static final String NEVER_ENCODED = "/\\%;";

    public static RequestTarget parse(String target) throws MalformedTargetException {
        requirePrintable(target);
        int mark = target.indexOf('?');
        String rawPath = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark);
        if (!rawPath.startsWith("/")) {
            throw new MalformedTargetException("The request target must be a path.");
        }
        String path = normalised(rawPath);
        requireWholeSegments(path);
        return new RequestTarget(path, query);
    }

    /** For an answer about a target that could not be parsed: bounded, and safe to show. */
    public static String displayable(String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        return path.substring(0, Math.min(path.length(), 200)).replaceAll("[^A-Za-z0-9/._~%-]", "_");
    }

    @Override
    public String toString() {
        return path + query;
    }

    private static void requirePrintable(String target) throws MalformedTargetException {
        for (int i = 0; i < target.length(); i++) {
            char character = target.charAt(i);
            if (character <= ' ' || character >= 0x7f || character == '#') {
                throw new MalformedTargetException("The request target has a character that must be percent-encoded.");
            }
        }
    }

    private static String normalised(String rawPath) throws MalformedTargetException {
        StringBuilder path = new StringBuilder(rawPath.length());
        for (int i = 0; i < rawPath.length(); i++) {
            char character = rawPath.charAt(i);
            if (character == '%') {
                appendEncoded(path, rawPath, i);
                i += 2;
            } else if (isUnreserved(character) || PATH_DELIMITERS.indexOf(character) >= 0) {
                path.append(character);
            } else {
                throw new MalformedTargetException("The path has a character that is not allowed there.");
            }
        }
        return path.toString();
    }

    private static void appendEncoded(StringBuilder path, String rawPath, int percent) throws MalformedTargetException {
        int high = percent + 2 < rawPath.length() ? Character.digit(rawPath.charAt(percent + 1), 16) : -1;
        int low = percent + 2 < rawPath.length() ? Character.digit(rawPath.charAt(percent + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw new MalformedTargetException("The path has a broken percent-encoding.");
        }
        char decoded = (char) (high * 16 + low);
        if (decoded < ' ' || decoded == 0x7f || NEVER_ENCODED.indexOf(decoded) >= 0) {
            throw new MalformedTargetException("The path has a percent-encoded character that is not allowed there.");
        }
        if (isUnreserved(decoded)) {
            path.append(decoded);
        } else {
            path.append(rawPath.substring(percent, percent + 3).toUpperCase(Locale.ROOT));
        }
    }

    private static void requireWholeSegments(String path) throws MalformedTargetException {
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean trailingSlash = i == segments.length - 1;
            if (segments[i].equals(".") || segments[i].equals("..") || (segments[i].isEmpty() && !trailingSlash)) {
                throw new MalformedTargetException("The path has an empty segment or a dot segment.");
            }
        }
    }

    private static boolean isUnreserved(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || UNRESERVED_MARKS.indexOf(character) >= 0;
    }
}
