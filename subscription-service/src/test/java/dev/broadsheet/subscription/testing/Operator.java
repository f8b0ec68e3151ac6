package dev.broadsheet.subscription.testing;

import static io.restassured.RestAssured.given;

import dev.broadsheet.localstack.client.Tokens;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Requests as an operator makes them. */
public final class Operator {

    private static final String TOKEN = Tokens.ofTestStack().operator();

    private Operator() {}

    /** The body as it is: rest-assured would add a character set of its own to its type. */
    public static Response importBody(String type, byte[] body) {
        EncoderConfig asItIs = EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs("text/csv", ContentType.BINARY)
                .encodeContentTypeAs("application/x-ndjson", ContentType.BINARY);
        return request()
                .config(RestAssured.config().encoderConfig(asItIs))
                .contentType(type)
                .body(body)
                .post("/api/v1/ops/subscribers/import");
    }

    public static RequestSpecification request() {
        return given().auth().oauth2(TOKEN);
    }
}
