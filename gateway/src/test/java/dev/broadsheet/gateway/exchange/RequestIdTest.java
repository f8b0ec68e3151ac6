package dev.broadsheet.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "3f2c-9", "load_balancer.42"})
    void aHarmlessIdIsKept(String offered) {
        assertThat(RequestId.chosenFrom(List.of(offered))).isEqualTo(offered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a=b", "\"", "{}", "a\tb", "caf\u00e9"})
    void anIdThatCouldBreakALogLineIsReplaced(String offered) {
        assertThat(UUID.fromString(RequestId.chosenFrom(List.of(offered)))).isNotNull();
    }

    @Test
    void aLongIdIsReplaced() {
        assertThat(RequestId.chosenFrom(List.of("x".repeat(64)))).hasSize(64);
        assertThat(RequestId.chosenFrom(List.of("x".repeat(65)))).hasSize(36);
    }

    @Test
    void severalIdsAreReplacedByOne() {
        assertThat(RequestId.chosenFrom(List.of("a", "b"))).hasSize(36);
    }

    @Test
    void everyRequestHasItsOwn() {
        assertThat(RequestId.chosenFrom(List.of())).isNotEqualTo(RequestId.chosenFrom(List.of()));
    }
}
