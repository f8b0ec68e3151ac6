package dev.broadsheet.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.frontend.Reader.Page;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FrontPageTest extends SiteTest {

    private static final String LIST = """
            {"items":[
              {"slug":"rates-rise","url":"http://localhost:8080/articles/rates-rise","headline":"Rates <rise> & fall",
               "summary":"What it costs.","topic":{"slug":"economy","name":"Economy"},
               "authors":[{"slug":"a","name":"Ana Ruiz"},{"slug":"b","name":"Bo Li"}],"newsletters":["markets"],
               "readMinutes":2,"breaking":false,"publishedAt":"2026-11-22T02:30:00Z"},
              {"slug":"bare","url":"http://localhost:8080/articles/bare","headline":"Bare","readMinutes":1,
               "publishedAt":"2026-11-20T12:00:00Z"}],
             "next":"abc"}""";

    @Test
    void showsTheNewestArticlesAndTheCatalog() {
        gateway.answers(ARTICLES, 200, LIST);
        gateway.answers(NEWSLETTERS, 200, CATALOG);
        gateway.answers(FORM, 200, OPENED);

        Page page = reader.open("/");

        assertThat(page.status()).isEqualTo(200);
        assertGoodPage(page);
        assertThat(page.html().select(".articles h3").eachText()).containsExactly("Rates <rise> & fall", "Bare");
        assertThat(page.html().select(".articles h3 a").eachAttr("href"))
                .containsExactly("/articles/rates-rise", "/articles/bare");
        assertThat(page.text()).contains("What it costs.", "Economy", "By Ana Ruiz, Bo Li · 2 min. read");
        assertThat(page.form().select("input[type=checkbox]").eachAttr("value")).containsExactly("markets", "denver");
        assertThat(page.form().text()).contains("Broadsheet Markets", "The Front Range in five minutes");
        assertThat(page.form().expectFirst("[name=form]").val()).isEqualTo("opened.at-noon");
        assertThat(page.header("Cache-Control")).as("the form is this reader's").isEqualTo("private, max-age=10");
    }

    @Test
    void aFormThatAsksForWorkIsNotKept() {
        gateway.answers(ARTICLES, 200, LIST);
        gateway.answers(NEWSLETTERS, 200, CATALOG);
        gateway.answers(FORM, 200, OPENED_WITH_PROOF);

        Page page = reader.open("/");

        assertGoodPage(page);
        assertThat(page.form().select("script")).hasSize(1);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void datesAreThoseOfTheNewsroom() {
        gateway.answers(ARTICLES, 200, LIST);
        gateway.answers(NEWSLETTERS, 200, CATALOG);

        Page page = reader.open("/");

        assertThat(page.html().expectFirst("time").attr("datetime")).isEqualTo("2026-11-22T02:30:00Z");
        assertThat(page.html().expectFirst("time").text()).isEqualTo("November 21, 2026");
    }

    @Test
    void anEmptyNewsroomSaysSo() {
        gateway.answers(ARTICLES, 200, "{\"items\":[]}");
        gateway.answers(NEWSLETTERS, 200, CATALOG);

        assertThat(reader.open("/").text()).contains("Nothing has been published yet.");
    }

    @Test
    void withoutTheArticlesTheRestIsShown() {
        gateway.refuses(ARTICLES, 503);
        gateway.answers(NEWSLETTERS, 200, CATALOG);

        Page page = reader.open("/");

        assertThat(page.status()).isEqualTo(200);
        assertGoodPage(page);
        assertThat(page.text()).contains("The articles cannot be shown right now.");
        assertThat(page.form().select("input[type=checkbox]")).hasSize(2);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aCatalogThatNeverAnswersCostsOnlyTheForm() {
        gateway.answers(ARTICLES, 200, LIST);
        gateway.saysNothingTo(NEWSLETTERS);

        Page page = reader.open("/");

        assertThat(page.status()).isEqualTo(200);
        assertGoodPage(page);
        assertThat(page.html().select(".articles li")).hasSize(2);
        assertThat(page.text()).contains("Sign-up is not available right now.");
        assertThat(page.html().select("form")).isEmpty();
    }

    @Test
    void anApiThatRefusesItsOwnSiteIsAnOutage() {
        gateway.refuses(ARTICLES, 404);
        gateway.answers(NEWSLETTERS, 200, CATALOG);

        Page page = reader.open("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("The articles cannot be shown right now.");
    }

    @Test
    void withoutAnythingItIsAnErrorThatIsStillAPage() {
        gateway.hangsUpOn(ARTICLES);
        gateway.answersWith(NEWSLETTERS, 200, "application/json", "{\"items\":");

        Page page = reader.open("/");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isNotBlank();
        assertGoodPage(page);
        assertThat(page.text())
                .contains("The articles cannot be shown right now.", "Sign-up is not available right now.");
    }
}
