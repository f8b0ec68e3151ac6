package dev.broadsheet.subscription.signup;

import dev.broadsheet.subscription.subscriber.Languages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/**
 * Where a sign-up came from, as far as the request's headers tell.
 *
 * @param form {@code api} or {@code html}
 * @param page path of the page that held the form; null where unknown
 * @param locale language of the mail to come, one that Broadsheet writes
 */
record SignUpOrigin(String form, String page, String locale) {

    private static final List<Locale> LANGUAGES =
            Languages.ALL.stream().map(Locale::forLanguageTag).toList();
    private static final Locale USUAL = Locale.forLanguageTag(Languages.USUAL);
    private static final int LONGEST_PAGE = 200;

    static SignUpOrigin of(String form, String referer, String acceptLanguage) {
        return new SignUpOrigin(form, pageOf(referer), localeOf(acceptLanguage).toLanguageTag());
    }

    /** The path alone: a query may hold what the reader typed. */
    private static String pageOf(String referer) {
        if (referer == null) {
            return null;
        }
        try {
            String path = new URI(referer).getRawPath();
            return path == null || path.isEmpty() || path.length() > LONGEST_PAGE ? null : path;
        } catch (URISyntaxException e) {
            // A header that nothing depends on; a sign-up is not refused for it.
            return null;
        }
    }

    private static Locale localeOf(String acceptLanguage) {
        try {
            Locale wanted =
                    acceptLanguage == null ? null : Locale.lookup(LanguageRange.parse(acceptLanguage), LANGUAGES);
            return wanted == null ? USUAL : wanted;
        } catch (IllegalArgumentException e) {
            // As above: a malformed header costs the reader nothing but the choice of language.
            return USUAL;
        }
    }
}
