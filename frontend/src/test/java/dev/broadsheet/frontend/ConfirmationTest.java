package dev.broadsheet.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.frontend.Reader.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfirmationTest extends SiteTest {

    private static final String CONFIRMATIONS = "POST /api/v1/confirmations";
    private static final String LINK = "/confirm?token=abc.d%22e-f_g";

    @Test
    void openingTheLinkChangesNothing() {
        Page page = reader.open(LINK);

        assertThat(page.status()).isEqualTo(200);
        assertSecretPage(page);
        assertThat(page.form().select("button").text()).isEqualTo("Confirm");
        assertThat(gateway.received()).isEmpty();
    }

    @Test
    void theButtonConfirmsAndNamesTheNewsletters() {
        gateway.answers(CONFIRMATIONS, 200, "{\"newsletters\":[\"denver\",\"new-one\"]}");
        gateway.answers(NEWSLETTERS, 200, CATALOG);

        Page page = reader.submit(reader.open(LINK), Map.of());

        assertThat(page.status()).isEqualTo(200);
        assertSecretPage(page);
        assertThat(page.heading()).isEqualTo("You are signed up");
        assertThat(page.html().select("main li").eachText()).containsExactly("Broadsheet Denver", "new-one");
        assertThat(gateway.only("POST").body()).isEqualTo("{\"token\":\"abc.d\\\"e-f_g\"}");
    }

    @Test
    void withoutTheCatalogItIsConfirmedAllTheSame() {
        gateway.answers(CONFIRMATIONS, 200, "{\"newsletters\":[\"denver\"]}");
        gateway.refuses(NEWSLETTERS, 503);

        Page page = reader.submit(reader.open(LINK), Map.of());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("main li").eachText()).containsExactly("denver");
    }

    @Test
    void whatWasLeftInBetweenIsNotConfirmed() {
        gateway.answers(CONFIRMATIONS, 200, "{\"newsletters\":[]}");

        Page page = reader.submit(reader.open(LINK), Map.of());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("There is nothing left to confirm");
    }

    @Test
    void anExpiredLinkLeadsToANewSignUp() {
        gateway.refuses(CONFIRMATIONS, 410);

        Page page = reader.submit(reader.open(LINK), Map.of());

        assertThat(page.status()).isEqualTo(410);
        assertSecretPage(page);
        assertThat(page.heading()).isEqualTo("This link has expired");
        assertThat(page.html().select("main a").eachAttr("href")).contains("/subscribe");
        assertThat(page.html().select("form")).isEmpty();
    }

    @Test
    void aForgedLinkDoesNotWork() {
        gateway.refuses(CONFIRMATIONS, 400);

        Page page = reader.submit(reader.open(LINK), Map.of());

        assertThat(page.status()).isEqualTo(400);
        assertSecretPage(page);
        assertThat(page.heading()).isEqualTo("This link does not work");
    }

    @Test
    void aLinkWithoutTokenDoesNotWork() {
        assertThat(reader.open("/confirm").heading()).isEqualTo("This link does not work");
        assertThat(reader.open("/confirm?token=").status()).isEqualTo(400);
        assertThat(reader.post("/confirm", "token=").status()).isEqualTo(400);
        assertThat(gateway.received()).isEmpty();
    }

    @Test
    void aFailureCanBeTriedAgain() {
        gateway.hangsUpOn(CONFIRMATIONS);
        Page failed = reader.submit(reader.open(LINK), Map.of());
        gateway.forget();
        gateway.answers(CONFIRMATIONS, 200, "{\"newsletters\":[\"denver\"]}");

        Page page = reader.submit(failed, Map.of());

        assertThat(failed.status()).isEqualTo(503);
        assertSecretPage(failed);
        assertThat(failed.heading()).isEqualTo("We could not confirm your sign-up");
        assertThat(page.heading()).isEqualTo("You are signed up");
    }
}
