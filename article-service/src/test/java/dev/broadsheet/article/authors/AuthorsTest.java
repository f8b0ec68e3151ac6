package dev.broadsheet.article.authors;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.list;
import static dev.broadsheet.article.testing.Drafts.map;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.broadsheet.article.testing.AtOnce;
import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.localstack.client.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuthorsTest {

    /** Of letters only: a search takes it for one word. */
    private final String word = UUID.randomUUID().toString().replaceAll("[^a-f]", "x");

    @Test
    void anAuthorIsCreatedWithASlugMadeOfTheirName() {
        create(map("name", " Zoë " + word + " ", "newsletter", "markets"))
                .then()
                .statusCode(201)
                .header("Location", equalTo("http://localhost:8080/api/v1/authors/zoe-" + word))
                .body("slug", equalTo("zoe-" + word))
                .body("name", equalTo("Zoë " + word))
                .body("newsletter", equalTo("markets"));

        given().get("/api/v1/authors/zoe-" + word)
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .body("name", equalTo("Zoë " + word))
                .body("newsletter", equalTo("markets"));
    }

    @Test
    void anAuthorThatIsThereCannotBeCreatedAgain() {
        create(map("name", word)).then().statusCode(201);
        create(map("name", word)).then().statusCode(409).contentType("application/problem+json");
        create(map("name", "Another name", "slug", word)).then().statusCode(409);
    }

    @Test
    void oneOfSeveralWhoCreateAnAuthorAtOnceSucceeds() throws Exception {
        assertThat(AtOnce.many(() -> create(map("name", word))))
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
    }

    @Test
    void puttingCreatesAndThenChanges() {
        Desk.putAuthor(word, map("name", "First", "newsletter", "vitals"))
                .then()
                .statusCode(201);
        Desk.putAuthor(word, map("name", "Second", "slug", word))
                .then()
                .statusCode(200)
                .body("name", equalTo("Second"))
                .body("newsletter", nullValue());
        given().get("/api/v1/authors/" + word)
                .then()
                .body("name", equalTo("Second"))
                .body("newsletter", nullValue());
    }

    @Test
    void authorsStandInTheOrderOfTheirNames() {
        Desk.putAuthor("a-" + word, map("name", word + " Z")).then().statusCode(201);
        Desk.putAuthor("b-" + word, map("name", word + " A")).then().statusCode(201);

        assertThat(given().get("/api/v1/authors")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .<String>getList("items.slug"))
                .containsSubsequence("b-" + word, "a-" + word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-here", "Not_A_Slug", "%00", "%E2%80%AE", "a%20b", "%F0%9F%9A%80", "%ED%A0%80", "-"})
    void thereIsNoAuthorAtAnotherAddress(String slug) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/authors/" + slug)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void aRenamedAuthorIsRenamedForReadersAtOnce() {
        String old = word + "old";
        String renamed = word + "new";
        Desk.putAuthor(word, map("name", "Ada " + old)).then().statusCode(201);
        Map<String, Object> draft = draft("By somebody");
        draft.put("authors", list("ruth-adler", word));
        JsonPath article = Desk.createAndPublish(draft);
        String address = "/api/v1/articles/" + article.getString("slug");
        given().get(address).then().body("authors[1].name", equalTo("Ada " + old));
        assertThat(found(old)).containsExactly(article.getString("slug"));

        Desk.putAuthor(word, map("name", "Ada " + renamed, "newsletter", "vitals"))
                .then()
                .statusCode(200);

        given().get(address)
                .then()
                .body("authors.name", equalTo(List.of("Ruth Adler", "Ada " + renamed)))
                .body("authors[1].newsletter", equalTo("vitals"));
        given().get("/api/v1/articles?author=" + word)
                .then()
                .body("items[0].authors[1].name", equalTo("Ada " + renamed));
        assertThat(found(renamed)).containsExactly(article.getString("slug"));
        assertThat(found(old)).isEmpty();
        Desk.read(article.getString("id"))
                .then()
                .body("authors[1].name", equalTo("Ada " + renamed))
                .body("version", equalTo(article.getInt("version")));
    }

    @Test
    void onlyEditorsMakeAuthors() {
        Desk.putAuthor(word, map("name", word)).then().statusCode(201);
        Map<String, Object> author = map("name", "Changed");
        for (String method : List.of("POST", "PUT")) {
            String path = method.equals("POST") ? Desk.AUTHORS : Desk.AUTHORS + "/" + word;
            given().contentType(ContentType.JSON)
                    .body(author)
                    .request(method, path)
                    .then()
                    .statusCode(401);
            given().auth()
                    .oauth2(Tokens.ofTestStack().operator())
                    .contentType(ContentType.JSON)
                    .body(author)
                    .request(method, path)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
        given().get("/api/v1/authors/" + word).then().body("name", equalTo(word));
    }

    private static Response create(Map<String, Object> author) {
        return Desk.asEditor().contentType(ContentType.JSON).body(author).post(Desk.AUTHORS);
    }

    private static List<String> found(String searched) {
        return given().get("/api/v1/articles?q=" + searched)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.slug");
    }
}
