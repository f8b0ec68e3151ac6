package dev.broadsheet.subscription.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.broadsheet.subscription.testing.Operator;
import dev.broadsheet.subscription.testing.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ExportTest extends ServiceTest {

    private static final String HEADER = "email,newsletters,status,consentedAt,consentSource,locale,zone\r\n";

    @BeforeEach
    void forgetOthers() {
        database().execute("DELETE FROM subscriber");
    }

    @Test
    void whatWasExportedIsImportedAsItWas() {
        importCsv(HEADER
                + "reader@example.org,denver;markets,CONFIRMED,2024-05-01T08:00:00Z,\"form, page 1\",es,America/Denver\r\n"
                + "reader@example.org,world,UNSUBSCRIBED,,,es,America/Denver\r\n"
                + "nobody@example.org,,UNCONFIRMED,,,en,\r\n"
                + "gone@example.org,markets,UNSUBSCRIBED,,,en,\r\n");
        String exported = export("csv");

        database().execute("DELETE FROM subscriber");
        importCsv(exported);

        assertThat(lines(export("csv")))
                .containsExactlyInAnyOrderElementsOf(lines(exported))
                .hasSize(5);
        assertThat(exported)
                .startsWith(HEADER)
                .contains(
                        "reader@example.org,denver;markets,CONFIRMED,2024-05-01T08:00:00Z,\"form, page 1\",es,America/Denver\r\n")
                .contains("reader@example.org,world,UNSUBSCRIBED,,,es,America/Denver\r\n")
                .contains("nobody@example.org,,UNCONFIRMED,,,en,\r\n");
    }

    @Test
    void jsonLinesAreImportedAsTheyWereToo() {
        importCsv(HEADER + "a@example.org,markets,CONFIRMED,2024-05-01T08:00:00Z,=form,en,\r\n");
        String exported = export("ndjson");

        database().execute("DELETE FROM subscriber");
        Response answer = Operator.importBody("application/x-ndjson", exported.getBytes(StandardCharsets.UTF_8));

        answer.then().statusCode(200).body("imported", equalTo(1));
        assertThat(export("ndjson")).isEqualTo(exported).contains("\"=form\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+1",
                "-1",
                "@SUM(1)",
                "\tx",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF201",
                "'=1",
                "''+1",
                "'quoted'",
                "'"
            })
    void whatASpreadsheetWouldRunIsTextAndComesBackAsItWas(String source) {
        importNdjson(source);
        String exported = export("csv");

        database().execute("DELETE FROM subscriber");
        importCsv(exported);

        assertThat(database().number("SELECT count(*) FROM subscription WHERE consent_source = ?", source))
                .isEqualTo(1);
        assertThat(exported).doesNotContainPattern("(?m)(^|,)\"?[=+\\-@\\t\uFF1D\uFF0B\uFF0D\uFF20]");
    }

    @Test
    void anAddressThatASpreadsheetWouldRunIsTextToo() {
        importCsv(HEADER + "+tag@example.org,,,,,,\r\n=1+1@example.org,,,,,,\r\n");

        assertThat(export("csv")).contains("\r\n'+tag@example.org,").contains("\r\n'=1+1@example.org,");
    }

    @Test
    void aPartIsExported() {
        importCsv(HEADER
                + "a@example.org,markets,CONFIRMED,2024-05-01T08:00:00Z,form,en,\r\n"
                + "b@example.org,world,CONFIRMED,2024-05-01T08:00:00Z,form,en,\r\n"
                + "c@example.org,markets,UNSUBSCRIBED,,,en,\r\n");

        assertThat(export("csv&newsletter=markets")).contains("a@", "c@").doesNotContain("b@");
        assertThat(export("csv&newsletter=markets&status=confirmed"))
                .contains("a@")
                .doesNotContain("b@", "c@");
        assertThat(export("csv&status=UNSUBSCRIBED")).contains("c@").doesNotContain("a@", "b@");
    }

    @Test
    void whoseMailIsStoppedIsExportedAsUnsubscribed() {
        importCsv(HEADER + "a@example.org,markets,CONFIRMED,2024-05-01T08:00:00Z,form,en,\r\n");
        database().execute("UPDATE subscriber SET state = 'COMPLAINED'");

        assertThat(export("csv")).contains("a@example.org,markets,UNSUBSCRIBED,,,en,");
    }

    @Test
    void thousandsAreExported() {
        database().execute("""
                INSERT INTO subscriber (id, email, email_key, state, locale, created_at, updated_at)
                SELECT gen_random_uuid(), 'r' || n || '@example.org', 'r' || n || '@example.org', 'UNCONFIRMED', 'en', now(), now()
                FROM generate_series(1, 5000) n""");

        assertThat(lines(export("csv"))).hasSize(5_001).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"format=xls", "status=maybe"})
    void whatThereIsNotIsRefused(String query) {
        Operator.request().get("/api/v1/ops/subscribers/export?" + query).then().statusCode(400);
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\r\n"));
    }

    private static String export(String format) {
        return Operator.request()
                .get("/api/v1/ops/subscribers/export?format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void importNdjson(String source) {
        String row = """
                {"email":"%s@example.org","newsletters":["markets"],"status":"CONFIRMED",\
                "consentedAt":"2024-05-01T08:00:00Z","consentSource":"%s"}""".formatted(UUID.randomUUID(), source.replace("\t", "\\t"));
        Operator.importBody("application/x-ndjson", row.getBytes(StandardCharsets.UTF_8))
                .then()
                .body("imported", equalTo(1));
    }

    private static void importCsv(String file) {
        Operator.importBody("text/csv", file.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .body("rejected", equalTo(0));
    }
}
