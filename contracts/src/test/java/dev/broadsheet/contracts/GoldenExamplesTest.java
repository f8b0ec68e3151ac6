package dev.broadsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Build check two: every golden example ever published is still offered, still read, and means what it meant. */
class GoldenExamplesTest {

    private static final Path OFFERED = Path.of("src/main/resources", GoldenExamples.FOLDER);

    static List<GoldenExample> examples() {
        return GoldenExamples.all();
    }

    static List<Path> publishedExamples() throws IOException {
        return jsonFiles(Published.EXAMPLES);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsValid(GoldenExample example) {
        EventSchemas.assertValid(example.type(), example.json());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleSurvivesBeingReadAndWritten(GoldenExample example) {
        byte[] written = EventJson.encode(example.event());
        assertThat(JsonVariants.tree(written)).isEqualTo(JsonVariants.tree(example.json()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void propertiesAddedLaterAnywhereChangeNothing(GoldenExample example) {
        JsonNode later = JsonVariants.withUnknownPropertiesEverywhere(JsonVariants.tree(example.json()));
        byte[] json = JsonVariants.bytes(later);
        EventSchemas.assertValid(example.type(), json);
        assertThat(EventJson.decode(example.type().recordType(), json)).isEqualTo(example.event());
    }

    @ParameterizedTest
    @MethodSource("publishedExamples")
    void aPublishedExampleIsStillOfferedUnchanged(Path published) throws IOException {
        Path offered = OFFERED.resolve(published.getFileName());
        assertThat(offered).exists();
        assertThat(JsonVariants.tree(Files.readAllBytes(offered)))
                .isEqualTo(JsonVariants.tree(Files.readAllBytes(published)));
    }

    @ParameterizedTest
    @EnumSource
    void everyEventHasAFullAndAMinimalExample(EventType type) {
        assertThat(GoldenExamples.of(type)).extracting(GoldenExample::name).contains("full", "minimal");
    }

    /** What came after the full example was published is shown by one that was added then. */
    @ParameterizedTest
    @EnumSource
    void theExamplesShowEveryProperty(EventType type) {
        JsonNode schema = SchemaTrees.of(type);
        Set<String> shown = new TreeSet<>();
        GoldenExamples.of(type)
                .forEach(example ->
                        JsonVariants.tree(example.json()).fieldNames().forEachRemaining(shown::add));
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        () -> schema.path("properties").fieldNames());
    }

    @ParameterizedTest
    @EnumSource
    void theMinimalExamplesShowOnlyWhatIsRequired(EventType type) {
        JsonNode schema = SchemaTrees.of(type);
        JsonNode minimal = JsonVariants.tree(GoldenExamples.of(type, "minimal").json());
        assertThat(minimal.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(schema.path("required")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList());
    }

    @Test
    void theIndexNamesEveryExample() throws IOException {
        assertThat(GoldenExamples.read(GoldenExamples.INDEX).lines())
                .containsExactlyElementsOf(jsonFiles(OFFERED).stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    @Test
    void theExamplesNameOnlyInventedMailboxes() {
        assertThat(GoldenExamples.all())
                .allSatisfy(example ->
                        assertThat(example.text()).doesNotContainPattern("@(?![a-z0-9.-]*example\\.(com|org)\")"));
    }

    static List<Path> jsonFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
