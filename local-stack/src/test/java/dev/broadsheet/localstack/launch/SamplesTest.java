package dev.broadsheet.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The samples keep the desk's rules, so that a mistake in them shows here and not in a newsroom that is up. */
class SamplesTest {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern LINK = Pattern.compile("]\\(([^)]*)\\)");
    private static final Path SITE = Path.of("../frontend/src/main/resources");

    /** The catalog that subscription-service begins with; local newsletters are called as their markets. */
    private static final Set<String> NEWSLETTERS = Set.of("markets", "vitals", "china", "world", "politics");

    private static final Set<String> MARKETS = Set.of("denver", "des-moines", "twin-cities", "tampa-bay", "charlotte");

    private Samples samples;
    private List<JsonNode> drafts;

    @BeforeEach
    void read() throws IOException {
        samples = Samples.read();
        drafts = samples.articles().stream().map(Samples.Article::draft).toList();
    }

    @Test
    void eachTopicHasEightArticles() {
        Map<String, Long> articles =
                drafts.stream().collect(Collectors.groupingBy(draft -> text(draft, "topic"), Collectors.counting()));

        assertThat(articles.keySet()).containsExactlyInAnyOrderElementsOf(slugs(samples.topics()));
        assertThat(articles.values()).hasSize(5).containsOnly(8L);
    }

    @Test
    void slugsAndHeadlinesAreUnique() {
        List<String> headlines =
                drafts.stream().map(draft -> text(draft, "headline")).toList();

        assertThat(slugs(drafts))
                .doesNotHaveDuplicates()
                .allMatch(slug -> SLUG.matcher(slug).matches());
        assertThat(headlines).doesNotHaveDuplicates().allMatch(headline -> headline.length() <= 100);
        assertThat(drafts).allMatch(draft -> !text(draft, "summary").isBlank());
    }

    @Test
    void theOldestIsFirstAndAllAreYoungerThanElevenDays() {
        List<Duration> ages =
                samples.articles().stream().map(Samples.Article::age).toList();

        assertThat(ages).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(ages.get(0)).isBetween(Duration.ofDays(9), Duration.ofDays(11));
        assertThat(ages.get(ages.size() - 1)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void everyAuthorWritesAndEveryBylineNamesAuthors() {
        Set<String> bylines = drafts.stream()
                .flatMap(draft -> texts(draft.path("authors")).stream())
                .collect(Collectors.toSet());

        assertThat(bylines).containsExactlyInAnyOrderElementsOf(slugs(samples.authors()));
        assertThat(drafts).allMatch(draft -> !draft.path("authors").isEmpty());
        assertThat(samples.authors())
                .filteredOn(author -> author.has("newsletter"))
                .hasSize(2);
    }

    @Test
    void everyNewsletterHasArticlesAndLocalNewsGoesToItsMarket() {
        Set<String> used = drafts.stream()
                .flatMap(draft -> texts(draft.path("newsletters")).stream())
                .collect(Collectors.toSet());

        assertThat(used).containsAll(NEWSLETTERS).containsAll(MARKETS).hasSize(NEWSLETTERS.size() + MARKETS.size());
        for (JsonNode draft : drafts) {
            List<String> local = texts(draft.path("newsletters")).stream()
                    .filter(MARKETS::contains)
                    .toList();
            assertThat(local).isEqualTo(draft.has("market") ? List.of(text(draft, "market")) : List.of());
        }
        assertThat(drafts).filteredOn(draft -> draft.has("market")).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void nothingIsBreakingSoThatNoMailGoesOut() {
        assertThat(drafts).noneMatch(draft -> draft.has("breaking"));
    }

    @Test
    void everyImageIsOneOfTheSitesAndIsDescribed() {
        List<JsonNode> images = drafts.stream()
                .filter(draft -> draft.has("image"))
                .map(draft -> draft.path("image"))
                .toList();

        assertThat(images).hasSizeBetween(30, drafts.size() - 1);
        for (JsonNode image : images) {
            assertThat(text(image, "url")).matches("/illustrations/[a-z-]+\\.svg");
            assertThat(SITE.resolve(text(image, "url").substring(1))).exists();
            assertThat(text(image, "alt")).hasSizeBetween(20, 200);
            assertThat(text(image, "credit")).startsWith("Illustration: ").endsWith("Broadsheet");
        }
        assertThat(images).anyMatch(image -> image.has("caption"));
    }

    @Test
    void everyDrawingIsUsed() throws IOException {
        Set<String> used =
                drafts.stream().map(draft -> text(draft.path("image"), "url")).collect(Collectors.toSet());

        try (Stream<Path> files = Files.list(SITE.resolve("illustrations"))) {
            List<String> drawings =
                    files.map(file -> "/illustrations/" + file.getFileName()).toList();
            assertThat(drawings).hasSizeGreaterThanOrEqualTo(12).isSubsetOf(used);
        }
    }

    @Test
    void bodiesAreShortAndStructured() {
        for (JsonNode draft : drafts) {
            assertThat(words(draft)).as(text(draft, "slug")).isBetween(100, 600);
            assertThat(draft.path("body")).anyMatch(block -> block.has("axiom"));
            for (JsonNode block : draft.path("body")) {
                assertThat(text(block, "kind")).isIn("PARAGRAPH", "BULLETS", "QUOTE", "HEADING");
                assertThat(block.has("items")).isEqualTo(text(block, "kind").equals("BULLETS"));
                assertThat(text(block, "text")).isNotBlank();
                // The page adds the colon, and an axiom has no Markdown.
                assertThat(text(block, "axiom")).doesNotContain("*", ":");
            }
        }
        assertThat(drafts).filteredOn(draft -> words(draft) > 300).hasSize(1);
    }

    @Test
    void linksLeadToAnAddressThatIsNobodys() {
        List<String> links = drafts.stream()
                .flatMap(draft -> bodyTexts(draft).stream())
                .flatMap(text -> LINK.matcher(text).results())
                .map((MatchResult link) -> link.group(1))
                .toList();

        assertThat(links).hasSizeGreaterThan(10).allMatch(link -> link.startsWith("https://example.org/"));
    }

    private static int words(JsonNode draft) {
        return bodyTexts(draft).stream()
                .mapToInt(text -> text.split("\\s+").length)
                .sum();
    }

    private static List<String> bodyTexts(JsonNode draft) {
        List<String> texts = new ArrayList<>();
        for (JsonNode block : draft.path("body")) {
            texts.add(text(block, "text"));
            texts.addAll(texts(block.path("items")));
        }
        return texts;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private static List<String> slugs(List<JsonNode> nodes) {
        return nodes.stream().map(node -> text(node, "slug")).toList();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
