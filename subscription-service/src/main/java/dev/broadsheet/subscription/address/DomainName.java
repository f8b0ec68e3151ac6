package dev.broadsheet.subscription.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Domains as mail knows them: labels of letters, digits and hyphens, under a top-level domain. */
final class DomainName {

    private static final int LONGEST = 253;

    /**
     * RFC 1035's labels of at most 63. A top-level domain begins with a letter (RFC 3696, 2, and ICANN), which keeps
     * addresses of machines out in whatever notation.
     */
    private static final Pattern LABELS =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    private static final String PUNYCODE = "xn--";

    private DomainName() {}

    /** The domain in its ASCII form, unless there can be none of that name. Plain ASCII is left as it is. */
    static Optional<String> ascii(String domain) {
        Optional<String> ascii = isPlain(domain) ? Optional.of(domain) : InternationalDomain.ascii(domain);
        return ascii.filter(
                name -> name.length() <= LONGEST && LABELS.matcher(name).matches());
    }

    /** Nearly all domains, which must not pay for what the others need. */
    private static boolean isPlain(String domain) {
        return domain.chars().allMatch(character -> character < 0x80)
                && !domain.toLowerCase(Locale.ROOT).contains(PUNYCODE);
    }
}
