package dev.broadsheet.contracts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check that the services' tests hold their real records against. */
class CloudEventsTest {

    private static final List<String> REQUIRED = List.of(
            "ce_specversion",
            "ce_id",
            "ce_type",
            "ce_source",
            "ce_subject",
            "ce_time",
            "ce_dataschema",
            "content-type");

    @ParameterizedTest
    @EnumSource
    void aRecordWithItsHeadersIsAccepted(EventType type) {
        for (GoldenExample example : GoldenExamples.of(type)) {
            Map<String, String> headers = headers(example);
            String key = example.event().aggregateId();
            assertThatCode(() -> EventSchemas.assertValidCloudEvent(key, headers, example.json()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aTraceContextIsAccepted() {
        GoldenExample example = GoldenExamples.of(EventType.DELIVERY_BATCH, "full");
        Map<String, String> headers = headers(example);
        headers.put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        EventSchemas.assertValidCloudEvent(headers, example.json());
    }

    @Test
    void aMissingHeaderIsRefused() {
        for (String header : REQUIRED) {
            GoldenExample example = GoldenExamples.of(EventType.DELIVERY_BATCH, "full");
            Map<String, String> headers = headers(example);
            headers.remove(header);
            assertThatThrownBy(() -> EventSchemas.assertValidCloudEvent(headers, example.json()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(header);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3",
        "ce_id, 7",
        "ce_id, 9f1b6c52-0d3e-4c3a-9a77-2f6d0b8e4c11",
        "ce_type, DeliveryBatch",
        "ce_type, dev.broadsheet.SomethingElse",
        "ce_source, notification-service",
        "ce_source, /",
        "ce_subject, 019aac10-4b00-7e62-9d38-f5a2b6c7e801",
        "ce_time, 2026-03-02T06:15:30",
        "ce_time, 2026-03-02T06:15:30+00:00",
        "ce_time, 2026-02-30T06:15:30Z",
        "ce_time, nowZ",
        "ce_dataschema, urn:broadsheet:schema:DeliveryBatch:2",
        "ce_dataschema, urn:broadsheet:schema:EditionSent:1",
        "content-type, text/plain",
        "content-type, application/cloudevents+json",
        "traceparent, 1"
    })
    void aWrongHeaderIsRefused(String header, String value) {
        GoldenExample example = GoldenExamples.of(EventType.DELIVERY_BATCH, "full");
        Map<String, String> headers = headers(example);
        headers.put(header, value);
        assertThatThrownBy(() -> EventSchemas.assertValidCloudEvent(headers, example.json()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"019aac10-4b00-7e62-9d38-f5a2b6c7e801", ""})
    void aKeyThatIsNotTheSubjectIsRefused(String key) {
        GoldenExample example = GoldenExamples.of(EventType.DELIVERY_BATCH, "full");
        assertThatThrownBy(() -> EventSchemas.assertValidCloudEvent(key, headers(example), example.json()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("key");
    }

    @Test
    void aValueOfAnotherEventOrNoneIsRefused() {
        GoldenExample batch = GoldenExamples.of(EventType.DELIVERY_BATCH, "full");
        GoldenExample edition = GoldenExamples.of(EventType.EDITION_SENT, "full");
        assertThatThrownBy(() -> EventSchemas.assertValidCloudEvent(headers(batch), edition.json()))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> EventSchemas.assertValidCloudEvent(headers(batch), null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("value");
    }

    private static Map<String, String> headers(GoldenExample example) {
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", "019aabe2-1f07-7c5e-8d21-4f6a9b0c3e72");
        headers.put("ce_type", example.type().cloudEventsType());
        headers.put("ce_source", "/subscription-service");
        headers.put("ce_subject", example.event().aggregateId());
        headers.put("ce_time", "2026-03-02T06:15:30.131Z");
        headers.put("ce_dataschema", example.type().dataSchema());
        headers.put("content-type", "application/json");
        return headers;
    }
}
