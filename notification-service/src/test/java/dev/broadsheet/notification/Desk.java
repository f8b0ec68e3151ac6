package dev.broadsheet.notification;

import static io.restassured.RestAssured.given;

import dev.broadsheet.localstack.client.Tokens;
import io.restassured.specification.RequestSpecification;

/** Requests as an editor's program makes them. */
final class Desk {

    static final String EDITIONS = "/api/v1/desk/editions";

    private static final String TOKEN = Tokens.ofTestStack().editor();

    private Desk() {}

    static RequestSpecification asEditor() {
        return given().auth().oauth2(TOKEN).contentType("application/json");
    }

    static String token() {
        return TOKEN;
    }
}
