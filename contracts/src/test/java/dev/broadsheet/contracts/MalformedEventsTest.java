package dev.broadsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not an event is refused in words that may be logged: they hold nothing of what was read. */
class MalformedEventsTest {

    private static final String ADDRESS = "secret.reader@example.com";
    private static final String GOOD =
            GoldenExamples.of(EventType.SUBSCRIPTION_CREATED, "full").text();

    static List<String> brokenEventsWithAnAddress() {
        return List.of(
                ADDRESS,
                "\"" + ADDRESS + "\"",
                "[\"" + ADDRESS + "\"]",
                "{\"email\":\"" + ADDRESS + "\"}",
                "{\"email\":\"" + ADDRESS + "\"",
                "{\"email\":" + ADDRESS + "}",
                "{" + ADDRESS + ":1}",
                "{\"email\":[\"" + ADDRESS + "\"]}",
                "{\"email\":{\"" + ADDRESS + "\":1}}",
                "{\"subscriberId\":\"" + ADDRESS + "\"}",
                "{\"requestedAt\":\"" + ADDRESS + "\"}",
                "{\"newsletters\":\"" + ADDRESS + "\"}",
                "{\"newsletters\":{\"" + ADDRESS + "\":1}}",
                "{\"newsletters\":[[\"" + ADDRESS + "\"]]}",
                "{\"source\":\"" + ADDRESS + "\"}",
                "{\"confirmation\":{\"expiresAt\":\"" + ADDRESS + "\"}}",
                "{\"" + ADDRESS + "\":{\"" + ADDRESS + "\":" + ADDRESS + "}}",
                "{\"email\":\"" + ADDRESS + "\u0001\"}",
                "{\"email\":\"" + ADDRESS + "\\x\"}",
                GOOD + ADDRESS,
                GOOD + "{\"email\":\"" + ADDRESS + "\"}",
                GOOD + "\"" + ADDRESS + "\"",
                GOOD.replace("\"source\"", "\"sauce\"").replace("ines.almeida@example.com", ADDRESS),
                "{\"" + ADDRESS + "\":" + "[".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("brokenEventsWithAnAddress")
    void nothingOfWhatWasReadIsRepeated(String json) {
        MalformedEventException refusal = refusal(json);
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            assertThat(cause).hasMessageNotContainingAny("secret", ADDRESS);
        }
    }

    @Test
    void theWordsSayWhatIsWrongAndWhere() {
        assertThat(refusal("{}")).hasMessage("Not a SubscriptionCreated: subscriptionId is missing");
        assertThat(refusal(GOOD.replace("\"expiresAt\"", "\"expires\"")))
                .hasMessage("Not a SubscriptionCreated: confirmation.expiresAt is missing");
        assertThat(refusal(GOOD.replace("\"2026-03-04T06:15:30.125Z\"", "\"tomorrow\"")))
                .hasMessageStartingWith("Not a SubscriptionCreated: confirmation.expiresAt cannot be read as Instant");
        assertThat(refusal(GOOD.replace("\"climate-weekly\"", "{}")))
                .hasMessageStartingWith("Not a SubscriptionCreated: newsletters[1] cannot be read as String");
        assertThat(refusal("{\n  nonsense")).hasMessageContaining("line 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "5",
                "true",
                "\"text\"",
                "[]",
                "{",
                "}",
                "{}{}",
                "<event/>",
                "{\"a\":NaN}",
                "\u0000"
            })
    void whatIsNotAnEventAtAllIsRefused(String json) {
        refusal(json);
    }

    @Test
    void noValueIsRefused() {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> EventJson.decode(SubscriptionCreated.class, null));
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> EventJson.decode(SubscriptionCreated.class, new byte[0]));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] json = GOOD.replace("ines.almeida", "jörg").getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> EventJson.decode(SubscriptionCreated.class, json));
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> EventJson.decode(SubscriptionCreated.class, new byte[] {0, 0, (byte) 0xff, 1, 2, 3}));
    }

    @Test
    void garbageAfterTheEventIsRefused() {
        refusal(GOOD + "}");
        refusal(GOOD + GOOD);
        refusal(GOOD + "null");
    }

    @Test
    void deepNestingIsRefusedBeforeItFillsTheStack() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        refusal(deep);
        refusal(GOOD.replaceFirst("\\{", "{\"addedLater\":" + deep + ","));
        refusal("{\"addedLater\":".repeat(100_000));
    }

    @ParameterizedTest
    @EnumSource
    void aMissingNumberOrFlagIsNotTakenForZeroOrFalse(EventType type) {
        for (GoldenExample example : GoldenExamples.of(type)) {
            JsonVariants.withoutEachProperty(JsonVariants.tree(example.json())).stream()
                    .filter(variant -> SchemaTrees.requires(SchemaTrees.of(type), variant.at()))
                    .forEach(variant -> assertThatExceptionOfType(MalformedEventException.class)
                            .as(variant.toString())
                            .isThrownBy(() -> EventJson.decode(type.recordType(), variant.bytes())));
        }
    }

    private static MalformedEventException refusal(String json) {
        MalformedEventException refusal = catchThrowableOfType(
                MalformedEventException.class,
                () -> EventJson.decode(SubscriptionCreated.class, json.getBytes(StandardCharsets.UTF_8)));
        assertThat(refusal).as("is refused: %.60s", json).isNotNull();
        return refusal;
    }
}
