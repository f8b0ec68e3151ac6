package dev.broadsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Build check three: a schema only ever gains optional properties. */
class SchemaEvolutionTest {

    private static final JsonNode PUBLISHED = SchemaTrees.of(EventType.SUBSCRIPTION_CONFIRMED);

    static List<Path> publishedSchemas() throws IOException {
        return GoldenExamplesTest.jsonFiles(Published.SCHEMAS);
    }

    @ParameterizedTest
    @MethodSource("publishedSchemas")
    void aPublishedSchemaHasOnlyGainedOptionalProperties(Path published) throws IOException {
        String current = GoldenExamples.read("broadsheet/schemas/" + published.getFileName());
        assertThat(SchemaEvolution.breaches(
                        JsonVariants.tree(Files.readAllBytes(published)), JsonVariants.tree(current)))
                .isEmpty();
    }

    @Test
    void thereIsSomethingPublishedToCompareWith() throws IOException {
        assertThat(publishedSchemas()).isNotEmpty();
        assertThat(GoldenExamplesTest.publishedExamples()).isNotEmpty();
    }

    @Test
    void anUnchangedSchemaIsAccepted() {
        assertAccepted(schema -> {});
    }

    @Test
    void anOptionalPropertyIsAcceptedAtAnyDepth() {
        assertAccepted(schema -> properties(schema).putObject("pausedUntil").put("type", "string"));
        assertAccepted(schema -> properties(newsletterItem(schema))
                .putObject("origin")
                .put("type", "object")
                .putArray("required")
                .add("inside"));
    }

    @Test
    void betterWordsAreAccepted() {
        assertAccepted(schema -> {
            schema.put("title", "Better").put("description", "Better").put("$comment", "Better");
            property(schema, "email").put("description", "Better").put("deprecated", true);
            property(schema, "email").putArray("examples").add("t@example.org");
        });
    }

    @Test
    void anotherOrderOfRequiredPropertiesIsAccepted() {
        assertAccepted(schema -> {
            ArrayNode required = (ArrayNode) schema.get("required");
            required.add(required.remove(0));
        });
    }

    @Test
    void aRemovedPropertyIsRefused() {
        assertRefused(schema -> properties(schema).remove("zone"), "/zone is removed");
        assertRefused(schema -> properties(newsletterItem(schema)).remove("slug"), "/newsletters[]/slug is removed");
        assertRefused(schema -> schema.remove("properties"), "/email is removed");
    }

    @Test
    void aRenamedPropertyIsRefused() {
        assertRefused(
                schema -> properties(schema).set("timeZone", properties(schema).remove("zone")), "/zone is removed");
    }

    @Test
    void aNewlyRequiredPropertyIsRefused() {
        assertRefused(schema -> ((ArrayNode) schema.get("required")).add("zone"), "/zone is newly required");
        assertRefused(
                schema -> {
                    properties(schema).putObject("pausedUntil").put("type", "string");
                    ((ArrayNode) schema.get("required")).add("pausedUntil");
                },
                "/pausedUntil is newly required");
        assertRefused(
                schema -> ((ArrayNode) newsletterItem(schema).get("required")).add("name"),
                "/newsletters[]/name is newly required");
    }

    @Test
    void aPropertyThatMayNowBeAbsentIsRefused() {
        assertRefused(schema -> ((ArrayNode) schema.get("required")).remove(0), "/subscriberId is no longer required");
        assertRefused(schema -> schema.remove("required"), "/email is no longer required");
    }

    @Test
    void anotherTypeFormatOrPatternIsRefused() {
        assertRefused(schema -> property(schema, "email").put("type", "object"), "/email has another type");
        assertRefused(
                schema ->
                        property(schema, "email").putArray("type").add("string").add("null"),
                "/email has another type");
        assertRefused(schema -> property(schema, "email").put("format", "email"), "/email has another format");
        assertRefused(schema -> property(schema, "confirmedAt").remove("format"), "/confirmedAt has another format");
        assertRefused(schema -> property(schema, "email").put("pattern", "^.+$"), "/email has another pattern");
        assertRefused(
                schema -> property(newsletterItem(schema), "slug").remove("pattern"),
                "/newsletters[]/slug has another pattern");
    }

    @Test
    void narrowerOrWiderLimitsAreRefused() {
        assertRefused(schema -> property(schema, "email").put("maxLength", 100), "/email has another maxLength");
        assertRefused(schema -> property(schema, "email").put("maxLength", 1000), "/email has another maxLength");
        assertRefused(schema -> property(schema, "email").remove("maxLength"), "/email has another maxLength");
        assertRefused(schema -> property(schema, "email").put("minLength", 10), "/email has another minLength");
        assertRefused(
                schema -> property(schema, "newsletters").put("minItems", 2), "/newsletters has another minItems");
        assertRefused(
                schema -> property(schema, "newsletters").put("maxItems", 5), "/newsletters has another maxItems");
    }

    @Test
    void anotherVocabularyIsRefused() {
        JsonNode cancelled = SchemaTrees.of(EventType.SUBSCRIPTION_CANCELLED);
        assertRefused(cancelled, schema -> reasons(schema).add("BORED"), "/reason has another enum");
        assertRefused(cancelled, schema -> reasons(schema).remove(0), "/reason has another enum");
        assertRefused(cancelled, schema -> property(schema, "reason").remove("enum"), "/reason has another enum");
    }

    @Test
    void anotherRuleBetweenPropertiesIsRefused() {
        JsonNode newsletter = SchemaTrees.of(EventType.NEWSLETTER_CHANGED);
        assertRefused(newsletter, schema -> schema.remove("allOf"), "has another allOf");
        assertRefused(newsletter, schema -> ((ArrayNode) schema.get("allOf")).remove(2), "has another allOf");
    }

    @Test
    void aClosedSchemaIsRefused() {
        assertRefused(schema -> schema.put("additionalProperties", false), "has another additionalProperties");
        assertRefused(
                schema -> newsletterItem(schema).put("additionalProperties", false),
                "/newsletters[] has another additionalProperties");
    }

    @Test
    void anotherNameOrDialectIsRefused() {
        assertRefused(schema -> schema.put("$id", "urn:broadsheet:schema:Other:1"), "has another $id");
        assertRefused(
                schema -> schema.put("$schema", "http://json-schema.org/draft-07/schema#"), "has another $schema");
    }

    @Test
    void keywordsThatTheCheckDoesNotKnowAreRefused() {
        assertRefused(schema -> property(schema, "zone").put("const", "Europe/Lisbon"), "/zone has another const");
        assertRefused(schema -> schema.putObject("not").putArray("required").add("zone"), "has another not");
        assertRefused(
                schema -> properties(schema).putObject("email").put("$ref", "#/$defs/email"),
                "/email has another $ref");
        assertRefused(schema -> properties(schema).put("zone", false), "/zone is another schema");
        assertRefused(schema -> property(schema, "newsletters").remove("items"), "/newsletters[] is another schema");
        assertRefused(schema -> property(schema, "newsletters").put("items", true), "/newsletters[] is another schema");
    }

    private static void assertAccepted(Consumer<ObjectNode> change) {
        assertThat(SchemaEvolution.breaches(PUBLISHED, changed(PUBLISHED, change)))
                .isEmpty();
    }

    private static void assertRefused(Consumer<ObjectNode> change, String breach) {
        assertRefused(PUBLISHED, change, breach);
    }

    private static void assertRefused(JsonNode published, Consumer<ObjectNode> change, String breach) {
        assertThat(SchemaEvolution.breaches(published, changed(published, change)))
                .anySatisfy(found -> assertThat(found.strip()).startsWith(breach));
    }

    private static ObjectNode changed(JsonNode published, Consumer<ObjectNode> change) {
        ObjectNode current = published.deepCopy();
        change.accept(current);
        return current;
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static ObjectNode property(ObjectNode schema, String name) {
        return (ObjectNode) properties(schema).get(name);
    }

    private static ObjectNode newsletterItem(ObjectNode schema) {
        return (ObjectNode) property(schema, "newsletters").get("items");
    }

    private static ArrayNode reasons(ObjectNode schema) {
        return (ArrayNode) property(schema, "reason").get("enum");
    }
}
