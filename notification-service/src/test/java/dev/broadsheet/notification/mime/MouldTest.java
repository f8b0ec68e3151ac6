package dev.broadsheet.notification.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.notification.ParsedMail;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MouldTest {

    private static final String FIRST = Mould.mark();
    private static final String SECOND = Mould.mark();
    private static final List<String> MARKS = List.of(FIRST, SECOND);
    private static final List<String> VALUES =
            List.of("https://example.org/?a=b&c=d", "¿" + "longer than a line, ".repeat(20) + " ");

    /** @param text {@code ①} and {@code ②} stand for the gaps */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "①",
                "①②",
                "①①②②",
                "\n①\n②\n",
                "before ① and ② after",
                "blanks at the seams \t①\t \n ② \n",
                "=①= =3D②=\n=",
                ".\n..\n.①\n.②\nFrom here on\n",
                "no gap at all",
                "Ça coûte 5 €: 日本語 👩‍👩‍👧 ① ñ②ñ",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa①a",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa①a",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaé①é②é"
            })
    void whatIsCastSaysWhatWasWrittenWithTheGapsFilled(String text) {
        String html = "<p>" + text.repeat(3) + "</p>";
        Mould mould = new Mould(new MailHeaders().subject("Any"), marked(text), marked(html), MARKS);

        ParsedMail mail = ParsedMail.of(mould.cast(new MailHeaders().to("ada@example.org"), VALUES));

        assertThat(mail.text()).isEqualTo(filled(text));
        assertThat(mail.html()).isEqualTo(filled(html));
        assertThat(mail.headerNames()).containsExactly("To", "Subject", "MIME-Version", "Content-Type");
    }

    @Test
    void aMouldIsUsedAgainAndAgain() {
        Mould mould = new Mould(new MailHeaders(), "For " + FIRST, "<b>" + FIRST + "</b>", List.of(FIRST));

        for (String name : List.of("Ada", "", "Grace")) {
            ParsedMail mail = ParsedMail.of(mould.cast(new MailHeaders().to("a@example.org"), List.of(name)));
            assertThat(mail.text()).isEqualTo("For " + name);
            assertThat(mail.html()).isEqualTo("<b>" + name + "</b>");
        }
    }

    private static String marked(String text) {
        return text.replace("①", FIRST).replace("②", SECOND);
    }

    private static String filled(String text) {
        return text.replace("①", VALUES.get(0)).replace("②", VALUES.get(1));
    }
}
