package dev.broadsheet.frontend.site;

import java.util.regex.Pattern;

/** What the links in mails carry. */
public final class LinkToken {

    /**
     * Signed tokens consist of these. Anything else would stand in a path or a header of the API, where dots, slashes and
     * line ends have a meaning, and a longer one than any of ours is beyond what the gateway takes as an address.
     */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,2000}");

    private LinkToken() {}

    public static boolean canBeOurs(String token) {
        return token != null && TOKEN.matcher(token).matches();
    }
}
