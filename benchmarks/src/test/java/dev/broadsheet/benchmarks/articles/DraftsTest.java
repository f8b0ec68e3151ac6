package dev.broadsheet.benchmarks.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DraftsTest {

    private static final int MANY = 1_000;

    private final Vocabulary vocabulary = Vocabulary.create();
    private final Drafts drafts = new Drafts(vocabulary);

    @Test
    void everyRunHasTheSameArticles() {
        assertThat(new Drafts(Vocabulary.create()).draft(42)).isEqualTo(drafts.draft(42));
        assertThat(drafts.draft(43)).isNotEqualTo(drafts.draft(42));
    }

    @Test
    void theVocabularyHasNoWordTwice() {
        List<String> words = vocabulary.telling();
        assertThat(words).doesNotHaveDuplicates().hasSizeGreaterThan(Vocabulary.SIZE - 30);
    }

    @Test
    void anArticleHasSeveralHundredWords() {
        assertThat(many())
                .allSatisfy(
                        draft -> assertThat(text(draft).split("\\s+").length).isBetween(300, 900));
    }

    @Test
    void someWordsAreInMostArticlesAndMostWordsInFew() {
        List<Set<String>> texts = many().stream().map(DraftsTest::words).toList();
        assertThat(share(vocabulary.telling().get(0), texts)).isGreaterThan(0.85);
        assertThat(share(vocabulary.telling().get(4_000), texts)).isBetween(0.0, 0.05);
    }

    @Test
    void oneTopicHasMostArticlesAndEveryTopicAndAuthorHasSome() {
        List<Draft> many = many();
        assertThat(many.stream().filter(draft -> draft.topic().equals("economy")))
                .hasSizeGreaterThan(MANY * 8 / 10);
        assertThat(many.stream().map(Draft::topic).distinct()).hasSize(Newsdesk.TOPICS.size());
        assertThat(many.stream().flatMap(draft -> draft.authors().stream()).distinct())
                .hasSize(Newsdesk.AUTHORS.size());
        assertThat(many.stream().filter(draft -> draft.market() != null)).isNotEmpty();
    }

    private List<Draft> many() {
        return IntStream.range(0, MANY).mapToObj(drafts::draft).toList();
    }

    private static double share(String word, List<Set<String>> texts) {
        return texts.stream().filter(words -> words.contains(word)).count() / (double) texts.size();
    }

    private static Set<String> words(Draft draft) {
        return new HashSet<>(List.of(text(draft).toLowerCase().split("[^a-z]+")));
    }

    private static String text(Draft draft) {
        return String.join(
                " ",
                draft.body().stream()
                        .flatMap(block -> block.items() == null ? Stream.of(block.text()) : block.items().stream())
                        .toList());
    }
}
