package dev.broadsheet.subscription.address;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import com.ibm.icu.text.UnicodeSet;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Domains that are made to be taken for others (UTS #39). */
final class LookAlikes {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** Building it takes some tenths of a second; checking does not change it. */
    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .setAllowedChars(letters())
            .build();

    /** Where most mailboxes are: a whole domain of another script may look just like one of these. */
    private static final Set<String> PROVIDERS = Set.of(
            "aol.com",
            "comcast.net",
            "fastmail.com",
            "gmail.com",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "googlemail.com",
            "hotmail.com",
            "icloud.com",
            "live.com",
            "mac.com",
            "mail.com",
            "mail.ru",
            "me.com",
            "msn.com",
            "orange.fr",
            "outlook.com",
            "pm.me",
            "proton.me",
            "protonmail.com",
            "qq.com",
            "t-online.de",
            "web.de",
            "yahoo.co.uk",
            "yahoo.com",
            "yandex.com",
            "yandex.ru",
            "zoho.com");

    private static final Set<String> THEIR_SKELETONS =
            PROVIDERS.stream().map(CHECKER::getSkeleton).collect(Collectors.toUnmodifiableSet());

    private LookAlikes() {}

    /** Whether a label mixes scripts that no language mixes or has letters of no living one, or the domain apes another. */
    static boolean isSuspect(String domain) {
        return labels(domain).anyMatch(CHECKER::failsChecks)
                || !PROVIDERS.contains(domain) && THEIR_SKELETONS.contains(CHECKER.getSkeleton(domain));
    }

    /** Of the languages in use. IDNA lets the joiners stand only where a script needs them to be written right. */
    private static UnicodeSet letters() {
        return new UnicodeSet(SpoofChecker.RECOMMENDED)
                .addAll(SpoofChecker.INCLUSION)
                .add(ZERO_WIDTH_NON_JOINER)
                .add(ZERO_WIDTH_JOINER)
                .freeze();
    }

    private static Stream<String> labels(String domain) {
        return Arrays.stream(domain.split("\\."));
    }
}
