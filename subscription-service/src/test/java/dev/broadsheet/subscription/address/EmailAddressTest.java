package dev.broadsheet.subscription.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "reader@example.org,              reader@example.org,                reader@example.org",
        "Ada.Lovelace+News@Example.ORG,   Ada.Lovelace+News@Example.ORG,     ada.lovelace+news@example.org",
        "o_hara-x@mail.example.co.uk,     o_hara-x@mail.example.co.uk,       o_hara-x@mail.example.co.uk",
        "a@bücher.example,                a@xn--bcher-kva.example,           a@xn--bcher-kva.example",
        "a@xn--bcher-kva.example,         a@xn--bcher-kva.example,           a@xn--bcher-kva.example",
        "a@例え.テスト,                    a@xn--r8jz45g.xn--zckzah,          a@xn--r8jz45g.xn--zckzah",
        "a@例え。テスト,                   a@xn--r8jz45g.xn--zckzah,          a@xn--r8jz45g.xn--zckzah",
        "' padded@example.org\t',         padded@example.org,                padded@example.org"
    })
    void anAddressKeepsWhatWasTypedAndIsComparedInLowerCase(String input, String typed, String key) {
        assertThat(EmailAddress.parse(input)).contains(new EmailAddress(typed, key));
    }

    @ParameterizedTest
    @CsvSource({"O'Hara@example.org", "{x}@example.org", "1@2.example", "x@1-2-3.example"})
    void anUnusualAddressThatMailCanReachIsTaken(String input) {
        assertThat(EmailAddress.parse(input)).isPresent();
    }

    @ParameterizedTest
    @NullSource
    @MethodSource("impossibleAddresses")
    void anAddressThatNoMailCanReachIsRefused(String input) {
        assertThat(EmailAddress.parse(input)).isEmpty();
    }

    static Stream<String> impossibleAddresses() {
        return Stream.of(
                "",
                "   ",
                "reader",
                "@example.org",
                "reader@",
                "a@b",
                "a@localhost",
                "a@@b.com",
                "a@b@c.com",
                "a b@c.de",
                "a@b c.de",
                "a@b.c",
                ".a@example.org",
                "a.@example.org",
                "a..b@example.org",
                "a@.example.org",
                "a@example..org",
                "a@example.org.",
                "a@-example.org",
                "a@example-.org",
                "a@exam_ple.org",
                "a@[127.0.0.1]",
                "a@[IPv6:::1]",
                "a@127.0.0.1",
                "\"a b\"@example.org",
                "\"a\"@example.org",
                "a(comment)@example.org",
                "a@example.org(comment)",
                "Ada <a@example.org>",
                "<a@example.org>",
                "@relay.example:a@example.org",
                "a@example.org,b@example.org",
                "a@example.org\r\nBcc: b@example.org",
                "a\r\n b@example.org",
                "a@exa\u0000mple.org",
                "a\u0000@example.org",
                "ä@example.org",
                "a@example\u007f.org",
                "a\u0001@example.org",
                "a\u202e@example.org",
                "a@xn--\u00e4.example",
                "x".repeat(65) + "@example.org",
                "a@" + "x".repeat(64) + ".org",
                "a@" + "x.".repeat(130) + "org",
                "x".repeat(400),
                "x".repeat(60) + "@" + "y.".repeat(165) + "example.org");
    }

    @Test
    void anAddressDoesNotShowInText() {
        assertThat(EmailAddress.parse("reader@example.org").orElseThrow().toString())
                .doesNotContain("reader");
    }
}
