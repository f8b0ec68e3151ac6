package dev.broadsheet.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.frontend.Reader.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AddressChangeTest extends SiteTest {

    private static final String CONFIRMATIONS = "POST /api/v1/preferences/address/confirmations";
    private static final String LINK = "/preferences/address?token=abc.de-f_g";

    @Test
    void openingTheLinkChangesNothing() {
        Page page = reader.open(LINK);

        assertThat(page.status()).isEqualTo(200);
        assertSecretPage(page);
        assertThat(page.form().select("button").text()).isEqualTo("Change the address");
        assertThat(gateway.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"WAITING, One address has confirmed", "CHANGED, Your address has changed"})
    void theButtonConfirmsForOneAddress(String state, String heading) {
        gateway.answers(CONFIRMATIONS, 200, "{\"state\":\"" + state + "\"}");

        Page page = reader.submit(reader.open(LINK), Map.of());

        assertThat(page.status()).isEqualTo(200);
        assertSecretPage(page);
        assertThat(page.html().expectFirst("[role=status] h1").text()).isEqualTo(heading);
        assertThat(gateway.only("POST").body()).isEqualTo("{\"token\":\"abc.de-f_g\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400, This link does not work, 0",
        "409, 409, Your address has not changed, 0",
        "410, 410, This link has expired, 0",
        "503, 503, We could not change your address, 1"
    })
    void whatDoesNotWorkIsSaid(int answered, int status, String heading, int forms) {
        gateway.refuses(CONFIRMATIONS, answered);

        Page page = reader.submit(reader.open(LINK), Map.of());

        assertThat(page.status()).isEqualTo(status);
        assertSecretPage(page);
        assertThat(page.html().expectFirst("[role=alert] h1").text()).isEqualTo(heading);
        assertThat(page.html().select("form")).hasSize(forms);
    }
}
