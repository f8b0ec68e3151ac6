package dev.broadsheet.article.reading;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.list;
import static dev.broadsheet.article.testing.Drafts.paragraph;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test searches for words that no other test's articles have. */
@QuarkusTest
class SearchTest {

    private static final int STATEMENTS = 5;

    private static boolean prepared;

    @BeforeEach
    void publishOnce() {
        if (prepared) {
            return;
        }
        prepared = true;
        Desk.createAndPublish(article("Glaciers are melting", "What it means.", "Rivers will swell in spring."));
        Desk.createAndPublish(article("Ports grow", "Ships wait for glaciers to calve.", "Nothing else."));
        Desk.createAndPublish(article("Roads close", "Drivers wait.", "A glacier moved over the *old* pass road."));
        Desk.createAndPublish(article("El Niño returns", "Fishermen worry.", "Anchoveta swim south of Perú."));
    }

    @Test
    void theHeadlineCountsMoreThanTheSummaryAndTheSummaryMoreThanTheText() {
        assertThat(headlines("glaciers")).containsExactly("Glaciers are melting", "Ports grow", "Roads close");
    }

    @Test
    void amongEqualsTheNewestIsFirst() {
        Desk.createAndPublish(article("First about quokkas", "Small.", "Text."));
        Desk.createAndPublish(article("Next about quokkas", "Small.", "Text."));
        assertThat(headlines("quokkas")).containsExactly("Next about quokkas", "First about quokkas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"glacier", "GLACIERS", "glac", "glaci", "glaciers ", "melt glaciers", "glacier mel"})
    void wordsAreFoundByTheirStemInAnyCaseAndByTheirBeginning(String typed) {
        assertThat(headlines(typed)).contains("Glaciers are melting");
    }

    @ParameterizedTest
    @CsvSource({"nino,El Niño returns", "anchovetas peru,El Niño returns", "el niño,El Niño returns"})
    void accentsDoNotMatter(String typed, String headline) {
        assertThat(headlines(typed)).containsExactly(headline);
    }

    @Test
    void allWordsMustBeThere() {
        assertThat(headlines("glacier rivers")).containsExactly("Glaciers are melting");
        assertThat(headlines("glacier anchoveta")).isEmpty();
    }

    @Test
    void aPhraseIsFoundAsItStandsAndAWordCanBeExcluded() {
        assertThat(headlines("\"pass road\"")).containsExactly("Roads close");
        assertThat(headlines("\"road pass\"")).isEmpty();
        assertThat(headlines("glacier -rivers")).containsExactly("Ports grow", "Roads close");
        assertThat(headlines("anchoveta or rivers"))
                .containsExactlyInAnyOrder("El Niño returns", "Glaciers are melting");
    }

    @Test
    void theMarksOfMarkdownAreNotText() {
        assertThat(headlines("\"old pass\"")).containsExactly("Roads close");
    }

    @Test
    void authorsAndTopicsAreFoundByName() {
        Map<String, Object> draft = article("Wombat census", "Many.", "Text.");
        draft.put("authors", list("tomas-herrera"));
        Desk.createAndPublish(draft);
        assertThat(headlines("wombat herrera")).containsExactly("Wombat census");
        assertThat(headlines("wombat economy")).containsExactly("Wombat census");
        assertThat(headlines("wombat okafor")).isEmpty();
    }

    @Test
    void whatWasSearchedIsMarkedAndNothingIsMarkup() {
        Desk.createAndPublish(article("Numbat news", "Few.", "Beware: <b>numbats</b> & 1 < 2. A numbat ate *ants*."));
        List<Map<String, Object>> passages = search("numbats", "").getList("items[0].highlights");

        assertThat(passages.stream().filter(passage -> (boolean) passage.get("hit")))
                .extracting(passage -> passage.get("text"))
                .containsExactly("numbats", "numbat");
        assertThat(passages.stream()
                        .map(passage -> (String) passage.get("text"))
                        .collect(Collectors.joining()))
                .contains("& 1 < 2. A numbat ate ants")
                .doesNotContain("\u0001", "\u0002", "&lt;");
    }

    @Test
    void aPassageOfALongTextIsWhereTheWordsAre() {
        Desk.createAndPublish(article("A long one", "Long.", "word ".repeat(500) + "thylacine" + " word".repeat(400)));
        List<String> texts = search("thylacine", "").getList("items[0].highlights.text");
        assertThat(String.join("", texts)).contains("thylacine").hasSizeLessThan(500);
    }

    @ParameterizedTest
    @CsvSource({
        "&topic=health,1",
        "&author=ruth-adler,1",
        "&market=tampa-bay,1",
        "&newsletter=vitals,1",
        "&topic=world,0"
    })
    void aSearchCanBeNarrowed(String filter, int found) {
        if (headlines("echidna").isEmpty()) {
            Desk.createAndPublish(article("Echidna one", "Spiny.", "Text."));
            Map<String, Object> other = article("Echidna two", "Spiny.", "Text.");
            other.putAll(Map.of("topic", "health", "authors", list("ruth-adler"), "market", "tampa-bay"));
            other.put("newsletters", list("vitals"));
            Desk.createAndPublish(other);
        }
        assertThat(search("echidna", filter).getList("items")).hasSize(found);
    }

    @Test
    void pagesOfASearchFollowEachOtherWhileArticlesAreAdded() {
        for (int i = 0; i < 7; i++) {
            Desk.createAndPublish(article("Bilby " + i, "Ears.", "Text."));
        }
        JsonPath first = search("bilby", "&limit=4");
        Desk.createAndPublish(article("Bilby in between", "Ears.", "Text."));
        JsonPath second = search("bilby", "&limit=4&cursor=" + first.getString("next"));

        List<String> seen = new ArrayList<>(first.getList("items.headline", String.class));
        seen.addAll(second.getList("items.headline", String.class));
        assertThat(seen).containsExactly("Bilby 6", "Bilby 5", "Bilby 4", "Bilby 3", "Bilby 2", "Bilby 1", "Bilby 0");
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void theCursorOfOneSearchIsNoneOfAnother() {
        Desk.createAndPublish(article("Dugong east", "Sea.", "Text."));
        Desk.createAndPublish(article("Dugong west", "Sea.", "Text."));
        String cursor = search("dugong", "&limit=1").getString("next");

        for (String other : List.of("?q=sea&limit=1&cursor=", "?cursor=", "?q=dugong&topic=economy&cursor=")) {
            given().get("/api/v1/articles" + other + cursor)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("cursor"))
                    .body("violations[0].code", equalTo("cursor.invalid"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void aPageOfAnyLengthCostsFiveStatements(int length) {
        Desk.createAndPublish(article("Kookaburra " + length, "Laugh.", "Text."));
        Desk.createAndPublish(article("Kookaburra again " + length, "Laugh.", "Text."));
        assertThat(Statements.during(() -> assertThat(
                                search("kookaburra", "&limit=" + length).getList("items"))
                        .isNotEmpty()))
                .isEqualTo(STATEMENTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the",
                "!!!",
                "zzzzzz",
                "\"",
                "-",
                "' OR 1=1 --",
                "a:*",
                "& | ! ( )",
                "\\",
                "%",
                "🚀",
                "<->",
                "日本"
            })
    void whateverIsTypedIsAnswered(String typed) {
        given().queryParam("q", typed).get("/api/v1/articles").then().statusCode(200);
    }

    @Test
    void aSearchForNothingIsTheList() {
        assertThat(search("  ", "").getList("items")).isNotEmpty();
    }

    @Test
    void aSearchThatIsTooLongOrHidesSomethingIsRefused() {
        refused("x".repeat(201), "q.size");
        refused("bell\u0007", "q.noControlCharacters");
        refused("null\u0000", "q.noControlCharacters");
    }

    private static void refused(String typed, String code) {
        given().queryParam("q", typed)
                .get("/api/v1/articles")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("q"))
                .body("violations[0].code", equalTo(code));
    }

    private static Map<String, Object> article(String headline, String summary, String text) {
        Map<String, Object> draft = draft(headline);
        draft.put("summary", summary);
        draft.put("authors", list("jonas-lindqvist"));
        draft.put("body", list(paragraph(text)));
        return draft;
    }

    private static List<String> headlines(String typed) {
        return search(typed, "").getList("items.headline");
    }

    private static JsonPath search(String typed, String more) {
        return given().queryParam("q", typed)
                .get("/api/v1/articles" + (more.isEmpty() ? "" : "?" + more.substring(1)))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
