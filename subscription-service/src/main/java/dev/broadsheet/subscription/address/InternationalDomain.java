package dev.broadsheet.subscription.address;

import com.ibm.icu.text.IDNA;
import java.util.Optional;

/** Domains with letters beyond ASCII, written as such or in punycode. */
final class InternationalDomain {

    /** IDNA 2008 by way of UTS #46, non-transitional: {@code straße} and {@code strasse} have two owners. */
    private static final IDNA IDNA_2008 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);

    private InternationalDomain() {}

    /** In punycode; empty if there can be no such domain, or if it seems made to be taken for another. */
    static Optional<String> ascii(String domain) {
        IDNA.Info reading = new IDNA.Info();
        String unicode =
                IDNA_2008.nameToUnicode(domain, new StringBuilder(), reading).toString();
        if (reading.hasErrors() || LookAlikes.isSuspect(unicode)) {
            return Optional.empty();
        }
        IDNA.Info writing = new IDNA.Info();
        String ascii =
                IDNA_2008.nameToASCII(unicode, new StringBuilder(), writing).toString();
        return writing.hasErrors() ? Optional.empty() : Optional.of(ascii);
    }
}
