package dev.broadsheet.subscription.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Addresses from standards and from the test suites of others. The verdict is ours, which is stricter than the standards'
 * where an address is legal and never meant. A label from a source without a top-level domain has got one.
 */
class EmailVectorsTest {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    @ParameterizedTest(name = "{0}: {1} ({3})")
    @CsvFileSource(
            resources = "/email-vectors.csv",
            numLinesToSkip = 1,
            ignoreLeadingAndTrailingWhitespace = false,
            maxCharsPerColumn = 1000)
    void anAddressIsJudgedAsItsSourceAndOurRulesSay(String address, String verdict, String canonical, String source) {
        assertThat(source).isNotBlank();
        if (verdict.equals("good")) {
            assertThat(EmailAddress.parse(unescaped(address)))
                    .contains(new EmailAddress(canonical, canonical.toLowerCase(Locale.ROOT)));
        } else {
            assertThat(verdict).isEqualTo("bad");
            assertThat(EmailAddress.parse(unescaped(address))).isEmpty();
        }
    }

    /** What is not to be seen or runs backwards stands in the file as code points. */
    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
    }
}
