package dev.broadsheet.notification.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusCodeTest {

    @ParameterizedTest
    @CsvSource({
        "5.1.1, 5.1.1",
        "5.1.1 (bad destination mailbox address), 5.1.1",
        "'smtp; 550 5.1.10 RESOLVER.ADR.RecipientNotFound', 5.1.10",
        "'smtp; 550-5.2.1 The mailbox is disabled', 5.2.1",
        "'smtp; 452-4.2.2 from [192.0.2.25]', 4.2.2"
    })
    void aCodeIsFoundInWhatServersSay(String text, String code) {
        assertThat(StatusCode.in(text)).contains(new StatusCode(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "550 no such mailbox", "connect to 192.0.2.25", "3.1.1", "5.1.1.4", "5.1.1000", "15.1.1"})
    void thereIsNotAlwaysOne(String text) {
        assertThat(StatusCode.in(text)).isEmpty();
        assertThat(StatusCode.in(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.7.17", "5.7.18"})
    void hardIsWhatSaysThatTheMailboxWillNeverTakeMail(String code) {
        assertThat(new StatusCode(code).isHard()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4.1.1", "4.2.1", "4.2.2", "5.2.2", "5.2.3", "5.3.4", "5.1.8", "5.4.4", "5.7.1", "5.7.26", "5.0.0"
            })
    void everythingElseIsSoft(String code) {
        assertThat(new StatusCode(code).isHard()).isFalse();
    }
}
