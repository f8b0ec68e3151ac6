package dev.broadsheet.benchmarks.articles;

import dev.broadsheet.benchmarks.articles.Draft.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Invents articles of 300 to 700 words. An article depends on its number alone, so that every run has the same ones. */
final class Drafts {

    private static final List<String> AXIOMS =
            List.of("Why it matters", "The big picture", "By the numbers", "Between the lines", "What to watch");

    private static final int FEWEST_WORDS = 300;
    private static final int MOST_WORDS = 700;
    /** Neighbouring seeds make neighbouring beginnings; multiplied by this odd number they are far apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Vocabulary vocabulary;

    Drafts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Draft draft(int number) {
        Random random = new Random((number + 1) * SPREAD);
        return new Draft(
                headline(random),
                sentence(random),
                topic(random),
                authors(random),
                newsletters(random),
                chance(random, 8) ? oneOf(Newsdesk.MARKETS, random) : null,
                // A breaking article becomes mail at once, and mail is not what is measured here.
                false,
                body(random));
    }

    private List<Block> body(Random random) {
        int wanted = FEWEST_WORDS + random.nextInt(MOST_WORDS - FEWEST_WORDS);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(null, paragraph(random)));
        for (int words = words(blocks.get(0)); words < wanted; words += words(blocks.get(blocks.size() - 1))) {
            blocks.add(block(random));
        }
        return blocks;
    }

    private Block block(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> Block.heading(headline(random));
            case 1 -> Block.quote(sentence(random));
            case 2, 3 ->
                Block.bullets(
                        oneOf(AXIOMS, random),
                        Stream.generate(() -> sentence(random))
                                .limit(2 + random.nextInt(3))
                                .toList());
            case 4, 5, 6 -> Block.paragraph(oneOf(AXIOMS, random), paragraph(random));
            default -> Block.paragraph(null, paragraph(random));
        };
    }

    private String paragraph(Random random) {
        return Stream.generate(() -> sentence(random))
                .limit(2 + random.nextInt(3))
                .collect(Collectors.joining(" "));
    }

    private String sentence(Random random) {
        int length = 8 + random.nextInt(12);
        int stressed = chance(random, 6) ? random.nextInt(length) : -1;
        String words = IntStream.range(0, length)
                .mapToObj(i -> i == stressed ? "**" + vocabulary.word(random) + "**" : vocabulary.word(random))
                .collect(Collectors.joining(" "));
        return capital(words) + ".";
    }

    private String headline(Random random) {
        return capital(Stream.generate(() -> vocabulary.telling(random))
                .limit(5 + random.nextInt(5))
                .collect(Collectors.joining(" ")));
    }

    private static String topic(Random random) {
        return Newsdesk.TOPICS
                .get(random.nextInt(100) < 84 ? 0 : 1 + random.nextInt(Newsdesk.TOPICS.size() - 1))
                .slug();
    }

    private static List<String> authors(Random random) {
        String first = oneOf(Newsdesk.AUTHORS, random).slug();
        String second = oneOf(Newsdesk.AUTHORS, random).slug();
        return chance(random, 4) && !first.equals(second) ? List.of(first, second) : List.of(first);
    }

    private static List<String> newsletters(Random random) {
        return Newsdesk.NEWSLETTERS.stream()
                .filter(newsletter -> chance(random, 3))
                .toList();
    }

    private static int words(Block block) {
        Stream<String> texts = block.items() == null ? Stream.of(block.text()) : block.items().stream();
        return texts.mapToInt(text -> text.split(" ").length).sum();
    }

    private static boolean chance(Random random, int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private static <T> T oneOf(List<T> things, Random random) {
        return things.get(random.nextInt(things.size()));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
