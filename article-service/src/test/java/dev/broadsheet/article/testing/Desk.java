package dev.broadsheet.article.testing;

import static io.restassured.RestAssured.given;

import dev.broadsheet.localstack.client.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The desk as an editor's program uses it. */
public final class Desk {

    public static final String ARTICLES = "/api/v1/desk/articles";

    private static final String EDITOR = Tokens.ofTestStack().editor();

    private Desk() {}

    public static RequestSpecification asEditor() {
        return given().auth().oauth2(EDITOR);
    }

    public static Response send(Object draft) {
        return asEditor().contentType(ContentType.JSON).body(draft).post(ARTICLES);
    }

    public static JsonPath create(Map<String, Object> draft) {
        return send(draft).then().statusCode(201).extract().jsonPath();
    }

    public static Response publish(String id) {
        return asEditor().post(ARTICLES + "/{id}/publish", id);
    }

    public static JsonPath createAndPublish(Map<String, Object> draft) {
        return publish(create(draft).getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
