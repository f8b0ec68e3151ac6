package dev.broadsheet.notification.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.notification.ParsedMail;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rates rise",
                "\"Quoted\", and: (more) <of> it; \\o/",
                "Ñandúes en la Pampa: ¿cuántos quedan?",
                "東京で新しい地下鉄が開業し、多くの人が朝から列を作った。市長も式典に出席し、祝辞を述べた",
                "A family: 👩‍👩‍👧 and ten more 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉",
                "A headline that is far longer than a line may be, and so has to be folded where there is a blank in it"
            })
    void wordsArriveAsTheyAre(String words) {
        ParsedMail mail = parse(new MailHeaders().subject(words).from(words, "news@example.org"));

        assertThat(mail.subject()).isEqualTo(words);
        assertThat(mail.from().getPersonal()).isEqualTo(words);
        assertThat(mail.from().getAddress()).isEqualTo("news@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rates\r\nBcc: eve@example.org",
                "Rates\nBcc: eve@example.org",
                "Rates\rBcc: eve@example.org",
                "Rates\r\n\r\nBcc: eve@example.org",
                "Rates\u2028Bcc: eve@example.org",
                "Rates\u2029\u0085Bcc: eve@example.org",
                "Rates\0\u000b\fBcc: eve@example.org",
                "Ratés\r\nBcc: eve@example.org",
            })
    void noValueBeginsAnotherHeader(String words) {
        String line = words.replaceAll("\\R|[\\p{Cc}\\u2028\\u2029]", " ").replaceAll(" +", " ");

        ParsedMail mail = parse(new MailHeaders().subject(words).from(words, "news@example.org"));

        assertThat(mail.subject()).isEqualTo(line);
        assertThat(mail.from().getPersonal()).isEqualTo(line);
        assertThat(mail.headerNames()).containsExactly("Subject", "From", "MIME-Version", "Content-Type");
        assertThatThrownBy(() -> new MailHeaders().field("X-Any", words)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatHidesOrTurnsWordsOrIsNoCharacterIsLeftOut() {
        ParsedMail mail = parse(new MailHeaders().subject("\u202Ea\u200Bb\u00ADc \uD800 =?UTF-8?Q?=0D=0A?= \t d"));

        assertThat(mail.subject()).isEqualTo("abc \uFFFD = ?UTF-8?Q?=0D=0A?= d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "👩", "a b "})
    void anEndlessTextEndsBeforeTheLineDoes(String text) {
        ParsedMail mail =
                parse(new MailHeaders().subject(text.repeat(5_000)).from(text.repeat(5_000), "a@example.org"));

        assertThat(mail.subject()).startsWith(text).endsWith("…");
        assertThat(mail.subject().codePointCount(0, mail.subject().length())).isEqualTo(300);
        assertThat(mail.from().getPersonal()).isEqualTo(mail.subject());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org\r\nBcc: eve@example.org",
                "ada@example.org\n",
                "ada@example.org\0",
                "ada\u2028@example.org",
                "ada@example.org, eve@example.org",
                "ada@example.org> SIZE=1",
                "<ada@example.org>",
                "ada grace@example.org",
                "\"ada\"@example.org",
                "àda@example.org",
                "ada@exämple.org",
                "ada(comment)@example.org",
                "@example.org",
                "ada",
                ""
            })
    void anAddressThatSaysMoreThanWhereTheMailGoesIsRefusedAndNotRepeated(String address) {
        assertThatThrownBy(() -> new MailHeaders().to(address))
                .isInstanceOf(UnwritableAddressException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("ada"));
        assertThatThrownBy(() -> new MailHeaders().from("Ada", address)).isInstanceOf(UnwritableAddressException.class);
    }

    @Test
    void aDateHasANumericZone() {
        ParsedMail mail = parse(new MailHeaders().date(Instant.parse("2026-04-05T07:02:09Z")));

        assertThat(mail.header("Date")).isEqualTo("Sun, 5 Apr 2026 07:02:09 +0000");
    }

    private static ParsedMail parse(MailHeaders headers) {
        return ParsedMail.of(new Mould(headers, "text", "html", List.of()).cast(new MailHeaders(), List.of()));
    }
}
