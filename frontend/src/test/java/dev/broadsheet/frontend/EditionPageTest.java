package dev.broadsheet.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.frontend.Reader.Page;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EditionPageTest extends SiteTest {

    private static final String PAGE = "/editions/019aac10-4b00-7e62-9d38-f5a2b6c7e801";
    private static final String EDITION = "GET /api/v1" + PAGE;

    private static final String MORNING = """
            {"id":"019aac10-4b00-7e62-9d38-f5a2b6c7e801","newsletter":{"slug":"markets","name":"Broadsheet <Markets>"},
             "subject":"Rates & <b>jobs</b>","closedAt":"2026-11-22T03:00:00Z","items":[
               {"headline":"Rates & <b>jobs</b>","summary":"What it costs.","section":"Economy","byline":"Ana Ruiz",
                "url":"http://localhost:8080/articles/rates-rise","readMinutes":2},
               {"headline":"Elsewhere","url":"https://tracker.example/articles/other","readMinutes":1}]}""";

    @Test
    void showsTheEditionAsItWasMailed() {
        gateway.answers(EDITION, 200, MORNING);

        Page page = reader.open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertGoodPage(page);
        assertThat(page.heading()).isEqualTo("Rates & <b>jobs</b>");
        assertThat(page.html().expectFirst("main header").text())
                .as("the date where the newsroom is")
                .contains("Broadsheet <Markets> · November 21, 2026");
        assertThat(page.html().select(".articles h2").eachText()).containsExactly("Rates & <b>jobs</b>", "Elsewhere");
        assertThat(page.html().expectFirst(".articles li").text())
                .contains("Economy", "What it costs.", "By Ana Ruiz · 2 min. read");
        assertThat(page.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(page.header("Content-Security-Policy")).doesNotContain("script");
    }

    @Test
    void itsArticlesLeadToOurOwnPagesOnly() {
        gateway.answers(EDITION, 200, MORNING);

        Page page = reader.open(PAGE);

        assertThat(page.html().select(".articles a").eachAttr("href")).containsExactly("/articles/rates-rise");
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, "/editions/markets", "/editions/..%2Fdesk", "/editions/", "/editions"})
    void whatIsNoPastEditionIsNotFound(String path) {
        Page page = reader.open(path);

        assertThat(page.status()).isEqualTo(404);
        assertGoodPage(page);
        assertThat(page.heading()).isEqualTo("There is no such page");
    }

    @Test
    void whenEditionsCannotBeReadThePageSaysSo() {
        gateway.refuses(EDITION, 503);

        Page page = reader.open(PAGE);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isNotBlank();
        assertGoodPage(page);
    }
}
