package dev.broadsheet.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.frontend.Reader.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UnsubscribeTest extends SiteTest {

    private static final String UNSUBSCRIBE = "POST /api/v1/unsubscribe/abc.de-f_g";
    private static final String LINK = "/unsubscribe?token=abc.de-f_g";

    @Test
    void openingTheLinkChangesNothing() {
        Page page = reader.open(LINK);

        assertThat(page.status()).isEqualTo(200);
        assertSecretPage(page);
        assertThat(page.form().select("button").text()).isEqualTo("Unsubscribe");
        assertThat(gateway.received()).isEmpty();
    }

    @Test
    void theButtonUnsubscribesAndNamesTheNewsletters() {
        gateway.answers(UNSUBSCRIBE, 200, "{\"newsletters\":[\"markets\"]}");
        gateway.answers(NEWSLETTERS, 200, CATALOG);

        Page page = reader.submit(reader.open(LINK), Map.of());

        assertThat(page.status()).isEqualTo(200);
        assertSecretPage(page);
        assertThat(page.heading()).isEqualTo("You are unsubscribed");
        assertThat(page.html().select("main li").eachText()).containsExactly("Broadsheet Markets");
        assertThat(gateway.only("POST").body()).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void theApiIsNotToldThePage() {
        gateway.answers(UNSUBSCRIBE, 200, "{\"newsletters\":[]}");

        reader.submit(reader.open(LINK), Map.of(), "Referer", site.resolve(LINK).toString());

        assertThat(gateway.only("POST").header("Referer")).isEmpty();
    }

    @Test
    void aForgedLinkDoesNotWork() {
        gateway.refuses(UNSUBSCRIBE, 400);

        Page page = reader.submit(reader.open(LINK), Map.of());

        assertThat(page.status()).isEqualTo(400);
        assertSecretPage(page);
        assertThat(page.heading()).isEqualTo("This link does not work");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?token=", "?token=..", "?token=../newsletters", "?token=a%2Fb", "?token=%3Cb%3E"})
    void whatCannotBeATokenNeverReachesTheApi(String query) {
        Page opened = reader.open("/unsubscribe" + query);
        Page posted = reader.post("/unsubscribe", query.isEmpty() ? "" : query.substring(1));

        assertThat(opened.status()).isEqualTo(400);
        assertThat(posted.status()).isEqualTo(400);
        assertSecretPage(opened);
        assertThat(gateway.received()).isEmpty();
    }

    @Test
    void aFailureCanBeTriedAgain() {
        gateway.refuses(UNSUBSCRIBE, 503);
        Page failed = reader.submit(reader.open(LINK), Map.of());
        gateway.answers(UNSUBSCRIBE, 200, "{\"newsletters\":[\"markets\"]}");

        Page page = reader.submit(failed, Map.of());

        assertThat(failed.status()).isEqualTo(503);
        assertSecretPage(failed);
        assertThat(failed.heading()).isEqualTo("We could not unsubscribe you");
        assertThat(page.heading()).isEqualTo("You are unsubscribed");
    }
}
