package dev.broadsheet.notification.mail;

import static dev.broadsheet.notification.mail.TestReturnPaths.base64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.notification.mail.ReturnPaths.Returned;
import dev.broadsheet.outbox.Ids;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathsTest {

    private final UUID subscriber = Ids.next();
    private final UUID mail = Ids.next();
    private final ReturnPaths paths = TestReturnPaths.signedBy("a");
    private final String path = paths.of(subscriber, mail);

    @Test
    void anAddressIsOneThatAnyMailServerTakes() {
        assertThat(path).matches("[a-z0-9-]{1,64}@returns\\.broadsheet\\.example");
        assertThat(paths.of(subscriber, mail)).isEqualTo(path);
        assertThat(paths.of(mail, subscriber)).isNotEqualTo(path);
    }

    @Test
    void whatCameBackIsKnownInWhateverCaseAndDecoration() {
        Returned returned = new Returned(subscriber, mail);
        assertThat(paths.parse(path)).contains(returned);
        assertThat(paths.parse(path.toUpperCase(Locale.ROOT))).contains(returned);
        assertThat(paths.parse("Return-Path: <" + path + ">")).contains(returned);
        assertThat(paths.parse("\"Broadsheet\" <" + path + ">, other@example.com"))
                .contains(returned);
        String local = path.substring(0, path.indexOf('@'));
        assertThat(paths.parse("SRS0=Hx3k=QZ=broadsheet.example=" + local + "@forwarder.example.net"))
                .contains(returned);
        assertThat(paths.parse("<prvs=0123456789=" + path + ">")).contains(returned);
    }

    @Test
    void oneThatWasTamperedWithIsNobodys() {
        for (int at = 2; at < path.indexOf('@'); at++) {
            char other = path.charAt(at) == 'a' ? 'b' : 'a';
            String changed = path.substring(0, at) + other + path.substring(at + 1);
            assertThat(paths.parse(changed)).as(changed).isEmpty();
        }
        assertThat(TestReturnPaths.signedBy("b").parse(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "reader@example.com", "b-@broadsheet.example", "b-aaaa@broadsheet.example"})
    void otherAddressesAreNobodys(String address) {
        assertThat(paths.parse(address)).isEmpty();
        assertThat(paths.parse(null)).isEmpty();
    }

    @Test
    void mailFromBeforeARotationStillComesBack() {
        ReturnPaths rotated = TestReturnPaths.of(Map.of(
                "broadsheet.mail.return-path-secret",
                base64("n"),
                "broadsheet.mail.return-path-previous-secret",
                base64("a")));

        assertThat(rotated.parse(path)).contains(new Returned(subscriber, mail));
        assertThat(rotated.of(subscriber, mail)).isNotEqualTo(path);
    }

    @Test
    void theDomainCanBeAnotherThanTheOneOfMessageIds() {
        ReturnPaths elsewhere = TestReturnPaths.of(Map.of(
                "broadsheet.mail.return-path-secret", base64("a"), "broadsheet.mail.return-path-domain", "b.example"));

        assertThat(elsewhere.of(subscriber, mail)).endsWith("@b.example");
        assertThat(elsewhere.unsubscribeAddress()).isEqualTo("unsubscribe@b.example");
    }

    @Test
    void aSecretThatIsMissingOrWeakIsNamedAndNotShown() {
        assertThatThrownBy(() -> TestReturnPaths.of(Map.of()))
                .hasMessageContaining("BROADSHEET_MAIL_RETURN_PATH_SECRET");
        assertThatThrownBy(() -> TestReturnPaths.of(Map.of("broadsheet.mail.return-path-secret", "c2hvcnQ=")))
                .hasMessageContaining("too short")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> TestReturnPaths.of(Map.of("broadsheet.mail.return-path-secret", "?not?base64?")))
                .hasMessageContaining("not base64")
                .hasMessageNotContaining("?not?");
    }
}
