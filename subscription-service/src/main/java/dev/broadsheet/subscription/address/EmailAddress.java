package dev.broadsheet.subscription.address;

import com.sanctionco.jmail.Email;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to.
 *
 * @param typed as the reader typed it, with the domain in its ASCII form
 * @param key the same in lower case: one reader, however the address is typed
 */
public record EmailAddress(String typed, String key) {

    /**
     * RFC 5321's dot-string. Quoted strings are legal and never meant; letters beyond ASCII need SMTPUTF8, which most
     * mail servers still lack.
     */
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final EmailValidator VALIDATOR = JMail.strictValidator()
            .requireTopLevelDomain()
            .disallowSingleCharacterTopLevelDomains()
            .disallowIpDomain()
            .disallowExplicitSourceRouting()
            .disallowQuotedIdentifiers()
            .disallowObsoleteWhitespace()
            .withRule(email -> email.comments().isEmpty())
            .withRule(email -> LOCAL_PART.matcher(email.localPart()).matches())
            .withRule(email -> !email.hasIdentifier());

    /** RFC 5321's path limit of 256 without its angle brackets. */
    private static final int LONGEST = 254;

    /** The address, unless no mail could be sent to it. Surrounding blanks, as pasting leaves them, are dropped. */
    public static Optional<EmailAddress> parse(String input) {
        if (input == null || input.length() > LONGEST) {
            return Optional.empty();
        }
        String address = input.strip();
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        return DomainName.ascii(address.substring(at + 1))
                .map(domain -> address.substring(0, at + 1) + domain)
                .filter(ascii -> ascii.length() <= LONGEST)
                .flatMap(VALIDATOR::tryParse)
                .map(Email::toString)
                .map(typed -> new EmailAddress(typed, typed.toLowerCase(Locale.ROOT)));
    }

    /** In its ASCII form and in lower case. */
    public String domain() {
        return key.substring(key.lastIndexOf('@') + 1);
    }

    /** Without the address, which must not reach a log by way of a message. */
    @Override
    public String toString() {
        return "EmailAddress[withheld]";
    }
}
