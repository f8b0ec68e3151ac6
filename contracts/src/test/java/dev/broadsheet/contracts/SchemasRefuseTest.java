package dev.broadsheet.contracts;

import static dev.broadsheet.contracts.EventType.ADDRESS_CHANGE_REQUESTED;
import static dev.broadsheet.contracts.EventType.ARTICLE_PUBLISHED;
import static dev.broadsheet.contracts.EventType.ARTICLE_RETRACTED;
import static dev.broadsheet.contracts.EventType.ARTICLE_UPDATED;
import static dev.broadsheet.contracts.EventType.DELIVERY_BATCH;
import static dev.broadsheet.contracts.EventType.EDITION_SENT;
import static dev.broadsheet.contracts.EventType.MAIL_COMPLAINED;
import static dev.broadsheet.contracts.EventType.NEWSLETTER_CHANGED;
import static dev.broadsheet.contracts.EventType.PREFERENCES_LINK_REQUESTED;
import static dev.broadsheet.contracts.EventType.SUBSCRIBER_CHANGED;
import static dev.broadsheet.contracts.EventType.SUBSCRIBER_ERASED;
import static dev.broadsheet.contracts.EventType.SUBSCRIPTION_CANCELLED;
import static dev.broadsheet.contracts.EventType.SUBSCRIPTION_CONFIRMED;
import static dev.broadsheet.contracts.EventType.SUBSCRIPTION_CREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema that refuses nothing proves nothing. */
class SchemasRefuseTest {

    @ParameterizedTest
    @EnumSource
    void aMissingRequiredProperty(EventType type) {
        JsonNode schema = SchemaTrees.of(type);
        JsonNode full = JsonVariants.tree(GoldenExamples.of(type, "full").json());
        assertThat(JsonVariants.withoutEachProperty(full))
                .filteredOn(variant -> SchemaTrees.requires(schema, variant.at()))
                .isNotEmpty()
                .allSatisfy(variant -> assertThat(EventSchemas.violations(type, variant.bytes()))
                        .anySatisfy(violation -> assertThat(violation)
                                .contains("'" + variant.at().last().getMatchingProperty() + "'")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Morning-Brief", "morning_brief", "-brief", "brief-", "a--b", "", " ", "a b", "brief\n", "é"})
    void aSlugThatIsNone(String slug) {
        assertRefused(EDITION_SENT, "/newsletter", slug);
        assertRefused(SUBSCRIPTION_CREATED, "/newsletters/0", slug);
        assertRefused(SUBSCRIPTION_CONFIRMED, "/newsletters/0/slug", slug);
        assertRefused(NEWSLETTER_CHANGED, "/slug", slug);
        assertRefused(ARTICLE_PUBLISHED, "/authors/0/slug", slug);
        assertRefused(ARTICLE_UPDATED, "/slug", slug);
        assertRefused(ARTICLE_RETRACTED, "/slug", slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "019aac10-4b30-7f11-8c5a-6e2d9a7b3f0",
                "019AAC10-4B30-7F11-8C5A-6E2D9A7B3F04",
                "9f1b6c52-0d3e-4c3a-9a77-2f6d0b8e4c11"
            })
    void anIdThatIsNoUuidOfVersionSeven(String id) {
        assertRefused(DELIVERY_BATCH, "/batchId", id);
        assertRefused(SUBSCRIBER_ERASED, "/subscriberId", id);
        assertRefused(MAIL_COMPLAINED, "/editionId", id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-02",
                "2026-03-02T06:15:30",
                "2026-03-02T06:15:30+00:00",
                "2026-03-02T06:15:30+01:00",
                "2026-13-02T06:15:30Z",
                "2026-02-30T06:15:30Z",
                "2026-03-02 06:15:30Z"
            })
    void aTimeThatIsNotInUtc(String time) {
        assertRefused(EDITION_SENT, "/closedAt", time);
        assertRefused(ARTICLE_UPDATED, "/updatedAt", time);
        assertRefused(ARTICLE_RETRACTED, "/retractedAt", time);
        assertRefused(SUBSCRIBER_CHANGED, "/pausedUntil", time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@b", "a@@b.com", "a b@c.de", "@c.de", "a@c.", "a@.de"})
    void anAddressThatIsNone(String address) {
        assertRefused(SUBSCRIPTION_CREATED, "/email", address);
        assertRefused(NEWSLETTER_CHANGED, "/sender/address", address);
        assertRefused(SUBSCRIBER_CHANGED, "/email", address);
        assertRefused(PREFERENCES_LINK_REQUESTED, "/email", address);
        assertRefused(ADDRESS_CHANGE_REQUESTED, "/current/email", address);
        assertRefused(ADDRESS_CHANGE_REQUESTED, "/wanted/email", address);
    }

    @Test
    void textThatIsTooLong() {
        assertRefused(SUBSCRIPTION_CREATED, "/email", "a".repeat(400) + "@example.org");
        assertRefused(ARTICLE_PUBLISHED, "/headline", "a".repeat(501));
        assertRefused(ARTICLE_PUBLISHED, "/image/caption", "a".repeat(1001));
        assertRefused(ARTICLE_PUBLISHED, "/image/caption", "");
        assertRefused(ARTICLE_UPDATED, "/image/caption", "a".repeat(1001));
        assertRefused(EDITION_SENT, "/newsletter", "a".repeat(121));
    }

    @ParameterizedTest
    @CsvSource({
        "SUBSCRIPTION_CANCELLED, /reason, BORED",
        "SUBSCRIPTION_CANCELLED, /reason, one_click",
        "NEWSLETTER_CHANGED, /cadence, HOURLY",
        "NEWSLETTER_CHANGED, /sendDay, friday",
        "NEWSLETTER_CHANGED, /sendTime, 24:00:00",
        "NEWSLETTER_CHANGED, /sendTime, 6:30",
        "NEWSLETTER_CHANGED, /zone, Europe Lisbon",
        "ARTICLE_PUBLISHED, /url, /articles/relative",
        "ARTICLE_PUBLISHED, /url, javascript:alert(1)",
        "ARTICLE_PUBLISHED, /url, https://not a url",
        "ARTICLE_PUBLISHED, /body/0/kind, HTML",
        "SUBSCRIPTION_CREATED, /locale, en_GB",
        "SUBSCRIPTION_CREATED, /confirmation/token, has a space in it",
        "SUBSCRIPTION_CREATED, /confirmation/token, short",
        "SUBSCRIBER_CHANGED, /locale, en_GB",
        "SUBSCRIBER_CHANGED, /zone, Europe Lisbon",
        "PREFERENCES_LINK_REQUESTED, /link/token, has a space in it",
        "ADDRESS_CHANGE_REQUESTED, /wanted/token, short",
        "MAIL_BOUNCED, /kind, hard",
        "MAIL_BOUNCED, /status, 550",
        "MAIL_BOUNCED, /status, 5.1.1 no such mailbox"
    })
    void aValueOutsideItsVocabulary(EventType type, String place, String value) {
        assertRefused(type, place, value);
    }

    @Test
    void listsThatNeedAnItemAndHaveNone() {
        assertThat(EventSchemas.violations(SUBSCRIPTION_CREATED, emptied(SUBSCRIPTION_CREATED, "/newsletters")))
                .isNotEmpty();
        assertThat(EventSchemas.violations(SUBSCRIPTION_CONFIRMED, emptied(SUBSCRIPTION_CONFIRMED, "/newsletters")))
                .isNotEmpty();
        assertThat(EventSchemas.violations(SUBSCRIPTION_CANCELLED, emptied(SUBSCRIPTION_CANCELLED, "/newsletters")))
                .isNotEmpty();
        assertThat(EventSchemas.violations(ARTICLE_PUBLISHED, emptied(ARTICLE_PUBLISHED, "/authors")))
                .isNotEmpty();
    }

    @Test
    void numbersBelowTheirLeast() {
        assertRefused(EDITION_SENT, "/audience", -1);
        assertRefused(ARTICLE_PUBLISHED, "/readMinutes", 0);
        assertRefused(ARTICLE_PUBLISHED, "/wordCount", -1);
    }

    @Test
    void theSameNewsletterTwice() {
        ObjectNode event = full(SUBSCRIPTION_CANCELLED);
        event.putArray("newsletters").add("a").add("a");
        assertThat(EventSchemas.violations(SUBSCRIPTION_CANCELLED, JsonVariants.bytes(event)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WEEKLY, , FRIDAY",
        "WEEKLY, 06:30:00, ",
        "WEEKLY, , ",
        "DAILY, , ",
        "DAILY, 06:30:00, FRIDAY",
        "IMMEDIATE, 06:30:00, ",
        "IMMEDIATE, , FRIDAY"
    })
    void aSendTimeOrDayThatDoesNotFitTheCadence(String cadence, String sendTime, String sendDay) {
        assertThat(EventSchemas.violations(NEWSLETTER_CHANGED, newsletter(cadence, sendTime, sendDay)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"WEEKLY, 06:30:00, FRIDAY", "DAILY, 06:30:00, ", "IMMEDIATE, , "})
    void butNotASendTimeAndDayThatFitTheCadence(String cadence, String sendTime, String sendDay) {
        EventSchemas.assertValid(NEWSLETTER_CHANGED, newsletter(cadence, sendTime, sendDay));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"kind\":\"BULLETS\",\"text\":\"Two things:\"}", "{\"kind\":\"QUOTE\"}", "{\"text\":\"x\"}"})
    void aBlockWithoutWhatItsKindIsMadeOf(String block) {
        ObjectNode event = full(ARTICLE_PUBLISHED);
        event.putArray("body").add(JsonVariants.tree(block));
        assertThat(EventSchemas.violations(ARTICLE_PUBLISHED, JsonVariants.bytes(event)))
                .isNotEmpty();
    }

    @Test
    void andSaySoWithEveryViolationAtOnce() {
        assertThatThrownBy(() ->
                        EventSchemas.assertValid(DELIVERY_BATCH, "{\"batchId\":5}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("batchId")
                .hasMessageContaining("editionId");
    }

    private static void assertRefused(EventType type, String place, Object value) {
        ObjectNode event = full(type);
        JsonPointer at = JsonPointer.compile(place);
        JsonNode parent = event.at(at.head());
        JsonNode node = JsonVariants.JSON.valueToTree(value);
        if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), node);
        } else {
            ((ObjectNode) parent).set(at.last().getMatchingProperty(), node);
        }
        assertThat(EventSchemas.violations(type, JsonVariants.bytes(event)))
                .as("%s with %s at %s", type, value, place)
                .isNotEmpty();
    }

    private static byte[] emptied(EventType type, String place) {
        ObjectNode event = full(type);
        ((ArrayNode) event.at(place)).removeAll();
        return JsonVariants.bytes(event);
    }

    private static byte[] newsletter(String cadence, String sendTime, String sendDay) {
        ObjectNode event = full(NEWSLETTER_CHANGED).put("cadence", cadence);
        event.remove("sendTime");
        event.remove("sendDay");
        if (sendTime != null) {
            event.put("sendTime", sendTime);
        }
        if (sendDay != null) {
            event.put("sendDay", sendDay);
        }
        return JsonVariants.bytes(event);
    }

    private static ObjectNode full(EventType type) {
        return (ObjectNode) JsonVariants.tree(GoldenExamples.of(type, "full").json());
    }
}
