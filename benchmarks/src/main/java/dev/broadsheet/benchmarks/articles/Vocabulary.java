package dev.broadsheet.benchmarks.articles;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words, the commonest first: those that hold English sentences together, those of the news, and then invented ones. Drawn
 * by Zipf's law, as words are in any language: the n-th has an n-th of the first one's share. So a search meets words that are
 * everywhere and words that are almost nowhere.
 */
final class Vocabulary {

    static final int SIZE = 5_000;

    private static final long SEED = 20_261_122;
    private static final String[] ONSETS = {
        "b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "r", "s", "sh",
        "st", "t", "tr", "v", "w"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ai", "ea", "io", "ou"};
    private static final String[] CODAS = {"", "", "", "l", "m", "n", "nd", "nt", "r", "rk", "s", "st", "t", "x"};

    private final List<String> words;
    private final int glue;
    private final double[] cumulated;

    private Vocabulary(List<String> words, int glue) {
        this.words = List.copyOf(words);
        this.glue = glue;
        this.cumulated = new double[words.size()];
        double sum = 0;
        for (int i = 0; i < cumulated.length; i++) {
            sum += 1.0 / (i + 1);
            cumulated[i] = sum;
        }
    }

    /** The same words each time. */
    static Vocabulary create() {
        List<String> glue = read("glue-words.txt");
        Set<String> words = new LinkedHashSet<>(glue);
        words.addAll(read("news-words.txt"));
        Random random = new Random(SEED);
        while (words.size() < SIZE) {
            words.add(invented(random));
        }
        return new Vocabulary(new ArrayList<>(words), glue.size());
    }

    /** Any word, common ones more often. */
    String word(Random random) {
        return words.get(rank(random));
    }

    /** A word that somebody would search for: none of those that only hold a sentence together. */
    String telling(Random random) {
        int rank = rank(random);
        while (rank < glue) {
            rank = rank(random);
        }
        return words.get(rank);
    }

    /** Words that somebody would search for, the commonest first. */
    List<String> telling() {
        return words.subList(glue, words.size());
    }

    private int rank(Random random) {
        double drawn = random.nextDouble() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, drawn);
        return found >= 0 ? found : -found - 1;
    }

    private static String invented(Random random) {
        StringBuilder word = new StringBuilder();
        int syllables = 2 + random.nextInt(3);
        for (int i = 0; i < syllables; i++) {
            word.append(oneOf(ONSETS, random)).append(oneOf(VOWELS, random));
        }
        return word.append(oneOf(CODAS, random)).toString();
    }

    private static String oneOf(String[] parts, Random random) {
        return parts[random.nextInt(parts.length)];
    }

    private static List<String> read(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Vocabulary.class.getResourceAsStream("/benchmarks/" + resource), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .flatMap(line -> Stream.of(line.trim().split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
