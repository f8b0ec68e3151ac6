package dev.broadsheet.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.frontend.Reader.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SignUpTest extends SiteTest {

    private static final String SUBSCRIPTIONS = "POST /api/v1/subscriptions";
    private static final String CHOSEN = "email=reader%2Bnews%40example.org&newsletters=denver";

    @BeforeEach
    void catalogIsThere() {
        gateway.answers(NEWSLETTERS, 200, CATALOG);
    }

    @Test
    void theCatalogsPageSignsUpForWhatWasChosen() {
        gateway.answers(SUBSCRIPTIONS, 202, "{\"status\":\"accepted\",\"message\":\"Thank you for subscribing!\"}");
        Page page = reader.open("/subscribe");
        page.form().expectFirst("input[value=denver]").attr("checked", "");

        Page answer = reader.submit(page, Map.of("email", "reader+news@example.org"));

        assertGoodPage(page);
        assertThat(answer.status()).isEqualTo(200);
        assertGoodPage(answer);
        assertThat(answer.html().expectFirst("[role=status] h1").text()).isEqualTo("Thank you for subscribing!");
        assertThat(answer.text()).contains("look for our confirmation mail");
        assertThat(answer.html().select("form")).isEmpty();
        assertThat(gateway.only("POST").path()).isEqualTo("/api/v1/subscriptions");
        assertThat(gateway.only("POST").header("Content-type")).startsWith("application/x-www-form-urlencoded");
        assertThat(gateway.only("POST").body().split("&"))
                .containsExactlyInAnyOrder("email=reader%2Bnews%40example.org", "newsletters=denver", "website=");
    }

    @Test
    void theApiLearnsTheReadersLanguageAndTheFormsPage() {
        gateway.answers(SUBSCRIPTIONS, 202, "{\"status\":\"accepted\"}");

        reader.post(
                "/subscribe",
                CHOSEN,
                "Accept-Language",
                "es-MX",
                "Referer",
                "http://localhost:8080/articles/rates-rise",
                "X-Request-Id",
                "request-1");

        assertThat(gateway.only("POST").header("Accept-language")).isEqualTo("es-MX");
        assertThat(gateway.only("POST").header("Referer")).isEqualTo("http://localhost:8080/articles/rates-rise");
        assertThat(gateway.only("POST").header("X-request-id")).isEqualTo("request-1");
    }

    @Test
    void aBadAddressIsNamedAtItsFieldAndKept() {
        gateway.refuses(SUBSCRIPTIONS, 400, """
                [{"field":"email","code":"email.invalid","message":"Please enter a valid email."}]""");

        Page page = reader.post("/subscribe", Map.of("email", "a\"><b>@b", "newsletters", "denver"));

        assertThat(page.status()).isEqualTo(400);
        assertGoodPage(page);
        Element email = page.html().expectFirst("#email");
        assertThat(email.attr("aria-invalid")).isEqualTo("true");
        assertThat(email.hasAttr("autofocus")).isTrue();
        assertThat(email.val()).isEqualTo("a\"><b>@b");
        assertThat(page.html().getElementById(email.attr("aria-describedby")).text())
                .isEqualTo("Please enter a valid email.");
        assertThat(page.html().select("input[checked]").eachAttr("value")).containsExactly("denver");
    }

    @Test
    void nothingChosenIsSaidAtTheChoice() {
        gateway.refuses(SUBSCRIPTIONS, 400, """
                [{"field":"newsletters","code":"newsletters.empty","message":"Please choose at least one newsletter."}]""");

        Page page = reader.submit(reader.open("/subscribe"), Map.of("email", "reader@example.org"));

        assertThat(page.status()).isEqualTo(400);
        assertGoodPage(page);
        String problem = page.html().expectFirst("fieldset").attr("aria-describedby");
        assertThat(page.html().getElementById(problem).text()).isEqualTo("Please choose at least one newsletter.");
        assertThat(page.html().expectFirst("#email").val()).isEqualTo("reader@example.org");
        assertThat(gateway.only("POST").body()).doesNotContain("newsletters");
    }

    @Test
    void aNewsletterThatIsGoneIsSaidAtTheChoice() {
        gateway.refuses(SUBSCRIPTIONS, 400, """
                [{"field":"newsletters[0]","code":"newsletter.unknown","message":"There is no such newsletter."}]""");

        Page page = reader.post("/subscribe", "email=reader%40example.org&newsletters=gone");

        assertThat(page.status()).isEqualTo(400);
        assertGoodPage(page);
        assertThat(page.html().expectFirst("#newsletters-problem").text()).contains("no longer offered");
    }

    @Test
    void aFailureKeepsWhatWasTyped() {
        gateway.refuses(SUBSCRIPTIONS, 503);

        assertFailedAndKept();
    }

    @Test
    void tooManyRequestsAreAFailureToo() {
        gateway.refuses(SUBSCRIPTIONS, 429);

        assertFailedAndKept();
    }

    @Test
    void aServiceThatNeverAnswersIsAFailureToo() {
        gateway.saysNothingTo(SUBSCRIPTIONS);

        assertFailedAndKept();
    }

    @Test
    void aRefusalWithoutReasonIsAFailureToo() {
        gateway.answersWith(SUBSCRIPTIONS, 400, "text/plain", "no");

        assertFailedAndKept();
    }

    @Test
    void withoutTheCatalogTheChoiceIsKeptAllTheSame() {
        gateway.refuses(NEWSLETTERS, 503);
        gateway.refuses(SUBSCRIPTIONS, 503);
        Page failed = reader.post("/subscribe", CHOSEN);
        gateway.answers(SUBSCRIPTIONS, 202, "{\"status\":\"accepted\"}");

        Page answer = reader.submit(failed, Map.of());

        assertGoodPage(failed);
        assertThat(answer.heading()).isEqualTo("Thank you for subscribing!");
        assertThat(gateway.received()).last().extracting("body").asString().contains(CHOSEN.split("&"));
    }

    @Test
    void whenNothingAnswersAtAllTheFormIsStillThere() {
        gateway.saysNothingTo(NEWSLETTERS);
        gateway.saysNothingTo(SUBSCRIPTIONS);

        Page page = reader.post("/subscribe", CHOSEN);

        assertThat(page.status()).isEqualTo(503);
        assertGoodPage(page);
        assertThat(page.html().expectFirst("[role=alert]").text()).isEqualTo("Subscription failed");
        assertThat(page.html().expectFirst("#email").val()).isEqualTo("reader+news@example.org");
        assertThat(page.html().select("[type=hidden][name=newsletters]").eachAttr("value"))
                .containsExactly("denver");
    }

    @Test
    void withoutTheCatalogThereIsNothingToChooseFrom() {
        gateway.refuses(NEWSLETTERS, 503);

        Page page = reader.open("/subscribe");

        assertThat(page.status()).isEqualTo(503);
        assertGoodPage(page);
    }

    @Test
    void theTrapForProgramsReachesTheApi() {
        gateway.answers(SUBSCRIPTIONS, 202, "{\"status\":\"accepted\"}");
        Page page = reader.open("/subscribe");

        Page answer = reader.submit(page, Map.of("email", "reader@example.org", "website", "http://spam.example"));

        assertThat(page.html().expectFirst(".trap").attr("aria-hidden")).isEqualTo("true");
        assertThat(page.html().expectFirst("#website").attr("tabindex")).isEqualTo("-1");
        assertThat(answer.heading()).isEqualTo("Thank you for subscribing!");
        assertThat(gateway.only("POST").body()).contains("website=http%3A%2F%2Fspam.example");
    }

    @Test
    void theOpenedFormGoesBackWithTheSignUp() {
        gateway.answers(SUBSCRIPTIONS, 202, "{\"status\":\"accepted\"}");
        gateway.answers(FORM, 200, OPENED);

        Page page = reader.open("/subscribe");
        reader.submit(page, Map.of("email", "reader@example.org"));

        assertThat(page.html().select("script, noscript, [name=proof]")).isEmpty();
        assertThat(gateway.only("POST").body()).contains("form=opened.at-noon").doesNotContain("proof");
    }

    @Test
    void theWorkThatIsAskedForIsLeftToTheScript() {
        gateway.answers(SUBSCRIPTIONS, 202, "{\"status\":\"accepted\"}");
        gateway.answers(FORM, 200, OPENED_WITH_PROOF);

        Page page = reader.open("/subscribe");
        reader.submit(page, Map.of("email", "reader@example.org", "proof", "e30="));

        assertGoodPage(page);
        Element proof = page.form().expectFirst("input[type=hidden][name=proof]");
        assertThat(proof.dataset())
                .containsEntry("algorithm", "SHA-256")
                .containsEntry("challenge", "00ff")
                .containsEntry("salt", "abc?expires=1")
                .containsEntry("signature", "11ee")
                .containsEntry("maxnumber", "50000");
        assertThat(page.form().expectFirst("noscript").text()).contains("needs JavaScript");
        Page script = reader.open(page.form().expectFirst("script").attr("src"));
        assertThat(script.header("Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(script.header("Cache-Control")).contains("immutable");
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
        assertThat(gateway.only("POST").body()).contains("form=opened.at-noon", "proof=e30%3D");
    }

    @Test
    void aFormThatTheApiDoesNotOpenIsShownAllTheSame() {
        gateway.answers(SUBSCRIPTIONS, 202, "{\"status\":\"accepted\"}");
        gateway.saysNothingTo(FORM);

        Page page = reader.open("/subscribe");
        Page answer = reader.submit(page, Map.of("email", "reader@example.org"));

        assertThat(page.status()).isEqualTo(200);
        assertGoodPage(page);
        assertThat(answer.heading()).isEqualTo("Thank you for subscribing!");
        assertThat(gateway.only("POST").body()).doesNotContain("form=");
    }

    @ParameterizedTest
    @CsvSource({
        "form, form.invalid, had become too old",
        "proof, proof.missing, needs JavaScript",
        "proof, proof.invalid, once more",
        "proof, proof.expired, once more",
        "proof, proof.spent, once more"
    })
    void aFormThatIsRefusedIsOpenedAnewAndKeepsWhatWasTyped(String field, String code, String words) {
        gateway.answers(FORM, 200, OPENED_WITH_PROOF);
        gateway.refuses(
                SUBSCRIPTIONS, 400, "[{\"field\":\"" + field + "\",\"code\":\"" + code + "\",\"message\":\"m\"}]");

        Page page = reader.post("/subscribe", CHOSEN + "&form=old&proof=old");

        assertThat(page.status()).isEqualTo(400);
        assertGoodPage(page);
        assertThat(page.html().expectFirst("form [role=alert]").text()).contains(words);
        assertThat(page.html().expectFirst("#email").val()).isEqualTo("reader+news@example.org");
        assertThat(page.form().expectFirst("[name=form]").val()).isEqualTo("opened.at-noon");
        assertThat(page.form().expectFirst("[name=proof]").val()).isEmpty();
    }

    @Test
    void theGatewayIsToldForWhomItIsCalled() {
        gateway.answers(SUBSCRIPTIONS, 202, "{\"status\":\"accepted\"}");

        reader.post("/subscribe", CHOSEN, "X-Forwarded-For", "203.0.113.9, 192.0.2.1");
        reader.open("/subscribe");

        assertThat(gateway.only("POST").header("X-forwarded-for")).isEqualTo("203.0.113.9, 192.0.2.1, 127.0.0.1");
        assertThat(gateway.received())
                .last()
                .extracting(call -> call.header("X-forwarded-for"))
                .isEqualTo("127.0.0.1");
    }

    private void assertFailedAndKept() {
        Page page = reader.post("/subscribe", CHOSEN);

        assertThat(page.status()).isEqualTo(503);
        assertGoodPage(page);
        assertThat(page.html().expectFirst("[role=alert]").text()).isEqualTo("Subscription failed");
        assertThat(page.html().expectFirst("#email").val()).isEqualTo("reader+news@example.org");
        assertThat(page.html().select("input[checked]").eachAttr("value")).containsExactly("denver");
    }
}
