package dev.broadsheet.article.reading;

import static dev.broadsheet.article.testing.Drafts.draft;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.broadsheet.article.testing.Desk;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReadingTest {

    @TestHTTPResource(value = "openapi?format=json", management = true)
    String openApi;

    @TestHTTPResource(value = "health/ready", management = true)
    String ready;

    @Test
    void anArticleIsReadWhole() {
        String slug = Desk.createAndPublish(draft("Read me whole")).getString("slug");

        given().get("/api/v1/articles/" + slug)
                .then()
                .statusCode(200)
                .header("ETag", not(nullValue()))
                .header("Last-Modified", not(nullValue()))
                .header("Cache-Control", "public, max-age=60, stale-while-revalidate=300")
                .body("url", equalTo("http://localhost:8080/articles/" + slug))
                .body("authors.name", equalTo(List.of("Jonas Lindqvist", "Amara Okafor")))
                .body("body.kind", equalTo(List.of("PARAGRAPH", "HEADING", "BULLETS", "QUOTE")))
                .body("body[0].axiom", equalTo("Why it matters"))
                .body("state", nullValue())
                .body("version", nullValue());
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        String path = "/api/v1/articles/"
                + Desk.createAndPublish(draft("Nothing new")).getString("slug");
        Response first = given().get(path);

        for (Response again : List.of(
                given().header("If-None-Match", first.header("ETag")).get(path),
                given().header("If-Modified-Since", first.header("Last-Modified"))
                        .get(path))) {
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.asByteArray()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(again.header("Cache-Control")).isEqualTo(first.header("Cache-Control"));
        }
        given().header("If-None-Match", "\"another\"").get(path).then().statusCode(200);
        given().header("If-Modified-Since", "Sun, 01 Mar 2020 00:00:00 GMT")
                .get(path)
                .then()
                .statusCode(200);
    }

    @Test
    void theTagDecidesWhenTheDateDisagrees() {
        String path = "/api/v1/articles/"
                + Desk.createAndPublish(draft("Tag before date")).getString("slug");
        Response first = given().get(path);

        given().header("If-None-Match", "\"another\"")
                .header("If-Modified-Since", first.header("Last-Modified"))
                .get(path)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-article", "%00", "UPPER", "a--b", "%F0%9F%9A%80"})
    void anUnknownSlugIsNotFound(String slug) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/articles/" + slug)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("There is no article at this address."));
    }

    @Test
    void topicsAreInTheNewsroomsOrder() {
        Desk.furnish();
        List<String> slugs = given().get("/api/v1/topics")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age"))
                .extract()
                .path("items.slug");
        assertThat(slugs).containsSubsequence("politics-policy", "economy", "health", "technology", "world");
    }

    @Test
    void authorsAreListedWithTheirNewsletters() {
        Desk.furnish();
        given().get("/api/v1/authors")
                .then()
                .statusCode(200)
                .body("items.find { it.slug == 'priya-raman' }.newsletter", equalTo("vitals"))
                .body("items.name", hasItem("Tomás Herrera"));
    }

    @Test
    void theApiDescribesItself() {
        given().get(openApi)
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Broadsheet: articles"))
                .body("paths.'/api/v1/desk/articles'.post", not(nullValue()));
    }

    @Test
    void theServiceSaysThatItIsReady() {
        given().get(ready).then().statusCode(200).body("status", equalTo("UP"));
    }
}
