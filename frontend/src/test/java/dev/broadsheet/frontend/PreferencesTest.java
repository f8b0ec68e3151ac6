package dev.broadsheet.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.frontend.Reader.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PreferencesTest extends SiteTest {

    private static final String PREFERENCES = "/api/v1/preferences";
    private static final String READ = "GET " + PREFERENCES;
    private static final String CHANGE = "PUT " + PREFERENCES;
    private static final String LINKS = "POST " + PREFERENCES + "/links";
    private static final String FORGED = "urn:broadsheet:problem:token-forged";
    private static final String LINK = "/preferences?token=abc.de-f_g";

    private static final String HELD = """
            {"email":"a&b@example.org","locale":"es-MX","zone":"America/Denver","pausedUntil":"2031-02-03","fresh":true,
             "newsletters":[{"slug":"markets","name":"Broadsheet Markets","tagline":"Bells & prices","subscribed":true},
              {"slug":"denver","name":"Broadsheet Denver","tagline":null,"subscribed":false}]}""";
    private static final String HELD_BY_AN_OLD_LINK = HELD.replace("\"fresh\":true", "\"fresh\":false");
    private static final String LITTLE =
            "{\"email\":\"a@example.org\",\"locale\":\"en\",\"zone\":null,\"pausedUntil\":null,\"fresh\":true}";

    @BeforeEach
    void preferencesAreThere() {
        gateway.answers(READ, 200, HELD);
    }

    @Test
    void theLinkShowsWhatTheReaderHasChosen() {
        Page page = reader.open(LINK);

        assertThat(page.status()).isEqualTo(200);
        assertSecretPage(page);
        assertThat(page.text()).contains("a&b@example.org", "Bells & prices");
        assertThat(page.html().select("[name=newsletters]").eachAttr("value")).containsExactly("markets", "denver");
        assertThat(page.html().select("[name=newsletters][checked]").eachAttr("value"))
                .containsExactly("markets");
        assertThat(page.html().select("#zone option[selected]").eachAttr("value"))
                .containsExactly("America/Denver");
        assertThat(page.html().select("#locale option[selected]").eachAttr("value"))
                .containsExactly("es");
        assertThat(page.html().expectFirst("#pausedUntil").val()).isEqualTo("2031-02-03");
        assertThat(gateway.received()).hasSize(1);
        assertThat(gateway.only("GET").header("Authorization")).isEqualTo("Bearer abc.de-f_g");
        assertThat(gateway.only("GET").query()).isNull();
    }

    @Test
    void whatIsNotKnownIsOpen() {
        gateway.answers(READ, 200, LITTLE);

        Page page = reader.open(LINK);

        assertSecretPage(page);
        assertThat(page.html().expectFirst("#pausedUntil").val()).isEmpty();
        assertThat(page.html().select("#zone option[selected]")).isEmpty();
        assertThat(page.html().select("#locale option[selected]").eachAttr("value"))
                .containsExactly("en");
    }

    @Test
    void aZoneOutsideTheUsualOnesStays() {
        gateway.answers(READ, 200, HELD.replace("America/Denver", "Etc/GMT+5"));

        assertThat(reader.open(LINK).html().select("#zone option[selected]").eachAttr("value"))
                .containsExactly("Etc/GMT+5");
    }

    @Test
    void savingSendsAllOfIt() {
        gateway.answers(CHANGE, 204, "");
        Page page = reader.open(LINK);
        FormElement form = page.formTo("/preferences");
        form.expectFirst("[value=markets]").removeAttr("checked");
        form.expectFirst("[value=denver]").attr("checked", "");

        Page saved = reader.submit(form, Map.of("pausedUntil", "2031-05-06"));

        assertThat(saved.status()).isEqualTo(200);
        assertSecretPage(saved);
        assertThat(saved.html().expectFirst("[role=status]").text()).isEqualTo("Saved.");
        assertThat(gateway.only("PUT").header("Authorization")).isEqualTo("Bearer abc.de-f_g");
        assertThat(gateway.only("PUT").body()).isEqualTo("""
                {"newsletters":["denver"],"locale":"es","zone":"America/Denver","pausedUntil":"2031-05-06"}""");
    }

    @Test
    void nothingChosenIsAChoice() {
        gateway.answers(CHANGE, 200, HELD);

        Page saved = reader.post("/preferences", "token=abc.de-f_g&locale=en&zone=&pausedUntil=");

        assertThat(saved.html().expectFirst("[role=status]").text()).isEqualTo("Saved.");
        assertThat(gateway.only("PUT").body())
                .isEqualTo("{\"newsletters\":[],\"locale\":\"en\",\"zone\":null,\"pausedUntil\":null}");
    }

    @Test
    void aFailureKeepsWhatWasChosen() {
        gateway.refuses(CHANGE, 503);

        Page page = reader.post("/preferences", "token=abc&newsletters=denver&locale=en&zone=Asia/Tokyo&pausedUntil=");

        assertThat(page.status()).isEqualTo(503);
        assertSecretPage(page);
        assertThat(page.html().expectFirst("[role=alert]").text()).startsWith("Not saved.");
        assertThat(page.html().select("[name=newsletters][checked]").eachAttr("value"))
                .containsExactly("denver");
        assertThat(page.html().select("#zone option[selected]").eachAttr("value"))
                .containsExactly("Asia/Tokyo");
    }

    @Test
    void aDayThatIsRefusedIsNamedAtItsField() {
        gateway.refuses(CHANGE, 400, """
                [{"field":"pausedUntil","code":"pause.past","message":"m"}]""");

        Page refused = reader.post("/preferences", "token=abc&locale=en&zone=&pausedUntil=2001-01-01");
        Page noDay = reader.post("/preferences", "token=abc&locale=en&zone=&pausedUntil=soon");

        assertThat(List.of(refused, noDay)).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(400);
            assertSecretPage(page);
            assertThat(page.html().expectFirst("#pausedUntil").attr("aria-describedby"))
                    .contains("pause-problem");
        });
        assertThat(refused.html().expectFirst("#pausedUntil").val()).isEqualTo("2001-01-01");
        assertThat(gateway.received().stream().filter(call -> call.method().equals("PUT")))
                .hasSize(1);
    }

    @Test
    void aNewAddressIsAskedForAtBoth() {
        gateway.answers("POST " + PREFERENCES + "/address", 202, "");

        Page page =
                reader.submit(reader.open(LINK).formTo("/preferences/new-address"), Map.of("email", "new@example.org"));

        assertThat(page.status()).isEqualTo(200);
        assertSecretPage(page);
        assertThat(page.html().expectFirst("[role=status]").text()).contains("a mail to both addresses");
        assertThat(gateway.only("POST").header("Authorization")).isEqualTo("Bearer abc.de-f_g");
        assertThat(gateway.only("POST").body()).isEqualTo("{\"email\":\"new@example.org\"}");
    }

    @Test
    void aBadNewAddressIsNamedAndKept() {
        gateway.refuses("POST " + PREFERENCES + "/address", 400, """
                [{"field":"email","code":"email.invalid","message":"m"}]""");

        Page page = reader.submit(reader.open(LINK).formTo("/preferences/new-address"), Map.of("email", "a\"><b>@b"));

        assertThat(page.status()).isEqualTo(400);
        assertSecretPage(page);
        assertThat(page.html().expectFirst("#email").val()).isEqualTo("a\"><b>@b");
        assertThat(page.html().expectFirst("#email").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void whatIsHeldCanBeDownloaded() {
        gateway.answers("GET " + PREFERENCES + "/export", 200, "{\"email\":\"ä@example.org\"}");

        Page export =
                reader.open(reader.open(LINK).html().expectFirst("a[download]").attr("href"));

        assertThat(export.status()).isEqualTo(200);
        assertThat(export.response().body()).isEqualTo("{\"email\":\"ä@example.org\"}");
        assertThat(export.header("Content-Type")).startsWith("application/json");
        assertThat(export.header("Content-Disposition")).startsWith("attachment; filename=");
        assertThat(export.header("Cache-Control")).isEqualTo("no-store");
        assertThat(export.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(gateway.received())
                .last()
                .extracting(call -> call.header("Authorization"))
                .isEqualTo("Bearer abc.de-f_g");
    }

    @Test
    void anExportThatFailsIsAPage() {
        gateway.refuses("GET " + PREFERENCES + "/export", 503);

        Page page = reader.open("/preferences/export?token=abc");

        assertThat(page.status()).isEqualTo(503);
        assertSecretPage(page);
    }

    @Test
    void anOldLinkIsGoodForNewslettersOnlyAndOffersAFreshOne() {
        gateway.answers(READ, 200, HELD_BY_AN_OLD_LINK);
        gateway.answers(LINKS, 202, "");
        Page page = reader.open(LINK);

        Page mailed = reader.submit(page.formTo("/preferences/fresh-link"), Map.of());

        assertSecretPage(page);
        assertThat(page.html().select("form").eachAttr("action"))
                .containsExactly("/preferences", "/preferences/fresh-link");
        assertThat(page.html().select("main a")).isEmpty();
        assertSecretPage(mailed);
        assertThat(mailed.heading()).isEqualTo("Look into your mail");
        assertThat(gateway.only("POST").body()).isEqualTo("{\"email\":\"a&b@example.org\"}");
    }

    @Test
    void withoutALinkOneIsMailed() {
        gateway.answers(LINKS, 202, "");
        Page page = reader.open("/preferences");

        Page mailed = reader.submit(page, Map.of("email", "reader@example.org"));

        assertSecretPage(page);
        assertThat(page.html().expectFirst("meta[name=referrer]").attr("content"))
                .isEqualTo("strict-origin-when-cross-origin");
        assertThat(mailed.status()).isEqualTo(200);
        assertSecretPage(mailed);
        assertThat(mailed.heading()).isEqualTo("Look into your mail");
        assertThat(gateway.only("POST").body()).isEqualTo("{\"email\":\"reader@example.org\"}");
        assertThat(gateway.only("POST").header("Authorization")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400, Please enter a valid email.",
        "503, 503, could not be mailed",
        "429, 503, could not be mailed"
    })
    void aLinkThatIsNotMailedKeepsWhatWasTyped(int answered, int status, String words) {
        gateway.refuses(LINKS, answered);

        Page page = reader.submit(reader.open("/preferences"), Map.of("email", "reader@"));

        assertThat(page.status()).isEqualTo(status);
        assertSecretPage(page);
        assertThat(page.html().expectFirst("[role=alert]").text()).contains(words);
        assertThat(page.html().expectFirst("#email").val()).isEqualTo("reader@");
    }

    @ParameterizedTest
    @CsvSource({
        "about:blank, 401, 400, This link does not work",
        "urn:broadsheet:problem:token-forged, 400, 400, This link does not work",
        "about:blank, 410, 410, This link has expired",
        "urn:broadsheet:problem:fresh-link-needed, 403, 403, Please have a fresh link mailed"
    })
    void aLinkThatIsNotGoodLeadsToAnother(String type, int answered, int status, String heading) {
        gateway.refusesAs(type, READ, answered);
        gateway.refusesAs(type, CHANGE, answered);
        gateway.refusesAs(type, "POST " + PREFERENCES + "/address", answered);
        gateway.refusesAs(type, "GET " + PREFERENCES + "/export", answered);
        gateway.refusesAs(type, "DELETE " + PREFERENCES, answered);

        List<Page> pages = List.of(
                reader.open(LINK),
                reader.post("/preferences", "token=abc&locale=en&zone=&pausedUntil="),
                reader.post("/preferences/new-address", "token=abc&email=a"),
                reader.open("/preferences/export?token=abc"),
                reader.post("/preferences/fresh-link", "token=abc"),
                reader.post("/preferences/erasure", "token=abc"));

        assertThat(pages).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(status);
            assertSecretPage(page);
            assertThat(page.heading()).isEqualTo(heading);
            assertThat(page.form().attr("action")).isEqualTo("/preferences/links");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a%20b", "a%0D%0Ab", "%3Cb%3E"})
    void whatCannotBeATokenNeverReachesTheApi(String token) {
        for (String path : List.of("", "/address", "/erasure", "/export")) {
            Page opened = reader.open("/preferences" + path + "?token=" + token);
            assertThat(opened.status()).as(path).isEqualTo(400);
            assertSecretPage(opened);
        }
        for (String path : List.of("", "/address", "/erasure", "/new-address", "/fresh-link")) {
            assertThat(reader.post("/preferences" + path, "email=a&token=" + token)
                            .status())
                    .as(path)
                    .isEqualTo(400);
        }
        assertThat(gateway.received()).isEmpty();
    }

    @Test
    void whileNothingAnswersItIsAPageAllTheSame() {
        gateway.refuses(READ, 503);

        Page page = reader.open(LINK);

        assertThat(page.status()).isEqualTo(503);
        assertSecretPage(page);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void erasingIsAskedForOnceMore(boolean never) {
        gateway.answers("DELETE " + PREFERENCES, 204, "");
        Page asking = reader.open(reader.open(LINK)
                .html()
                .expectFirst("a[href^=/preferences/erasure]")
                .attr("href"));
        assertThat(gateway.received()).allMatch(call -> call.method().equals("GET"));
        FormElement form = asking.form();
        if (never) {
            form.expectFirst("[name=never]").attr("checked", "");
        }

        Page erased = reader.submit(form, Map.of());

        assertSecretPage(asking);
        assertThat(asking.text()).contains("never mail this address again");
        assertThat(erased.status()).isEqualTo(200);
        assertSecretPage(erased);
        assertThat(erased.heading()).isEqualTo("You are erased");
        assertThat(erased.text().contains("will not get any mail")).isEqualTo(never);
        assertThat(gateway.only("DELETE").query()).isEqualTo("never=" + never);
        assertThat(gateway.only("DELETE").header("Authorization")).isEqualTo("Bearer abc.de-f_g");
    }

    @Test
    void erasingThatFailsCanBeTriedAgain() {
        gateway.refuses("DELETE " + PREFERENCES, 503);

        Page failed = reader.post("/preferences/erasure", "token=abc&never=true");

        assertThat(failed.status()).isEqualTo(503);
        assertSecretPage(failed);
        assertThat(failed.form().select("[name=never][checked]")).hasSize(1);
    }
}
