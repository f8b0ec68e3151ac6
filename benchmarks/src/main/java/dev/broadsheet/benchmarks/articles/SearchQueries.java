package dev.broadsheet.benchmarks.articles;

import dev.broadsheet.benchmarks.articles.SearchQuery.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Searches of every kind, none of them twice: what was answered before may be answered from memory. */
final class SearchQueries {

    private static final long SEED = 7;
    /** In tenths: people mostly search for two words. */
    private static final List<Kind> MIXTURE = List.of(
            Kind.COMMON_WORD,
            Kind.RARE_WORD,
            Kind.RARE_WORD,
            Kind.TWO_WORDS,
            Kind.TWO_WORDS,
            Kind.TWO_WORDS,
            Kind.THREE_WORDS,
            Kind.THREE_WORDS,
            Kind.BEGINNING,
            Kind.BEGINNING);
    /** Words up to this rank are in one article of twenty and more. */
    private static final int COMMON = 1_000;

    private static final int TRIES = 1_000;

    private final Vocabulary vocabulary;
    private final Random random = new Random(SEED);
    private final Set<String> used = new HashSet<>();
    private int next;

    SearchQueries(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<SearchQuery> take(int count) {
        return Stream.generate(this::query).limit(count).toList();
    }

    private SearchQuery query() {
        Kind kind = MIXTURE.get(next++ % MIXTURE.size());
        for (int i = 0; i < TRIES; i++) {
            String text = text(kind);
            if (used.add(text)) {
                return new SearchQuery(kind, text);
            }
        }
        // A long run uses up the single words; there are always three that were not yet together.
        String text = text(Kind.THREE_WORDS);
        while (!used.add(text)) {
            text = text(Kind.THREE_WORDS);
        }
        return new SearchQuery(Kind.THREE_WORDS, text);
    }

    private String text(Kind kind) {
        List<String> words = vocabulary.telling();
        return switch (kind) {
            case COMMON_WORD -> words.get(random.nextInt(COMMON));
            case RARE_WORD -> words.get(COMMON + random.nextInt(words.size() - COMMON));
            case TWO_WORDS -> vocabulary.telling(random) + " " + vocabulary.telling(random);
            case THREE_WORDS ->
                vocabulary.telling(random) + " " + vocabulary.telling(random) + " " + vocabulary.telling(random);
            case BEGINNING -> beginning(words.get(random.nextInt(words.size())));
        };
    }

    private String beginning(String word) {
        return word.substring(0, Math.min(word.length(), 3 + random.nextInt(3)));
    }
}
