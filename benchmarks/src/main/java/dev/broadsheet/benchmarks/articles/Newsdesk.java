package dev.broadsheet.benchmarks.articles;

import java.util.List;

/** Who writes about what. All of it is invented. */
final class Newsdesk {

    /**
     * The first one has most articles, so that its list is deep enough for a page that is far from its beginning; the rest is
     * shared by the others.
     */
    static final List<Topic> TOPICS = List.of(
            new Topic("economy", "Economy"),
            new Topic("politics-policy", "Politics & Policy"),
            new Topic("health", "Health"),
            new Topic("technology", "Technology"),
            new Topic("world", "World"));

    static final List<Author> AUTHORS = List.of(
            new Author("amara-okafor", "Amara Okafor", "markets"),
            new Author("jonas-lindqvist", "Jonas Lindqvist", null),
            new Author("mei-lin-zhou", "Mei-Lin Zhou", null),
            new Author("priya-raman", "Priya Raman", "vitals"),
            new Author("ruth-adler", "Ruth Adler", null),
            new Author("tomas-herrera", "Tomás Herrera", null));

    static final List<String> NEWSLETTERS = List.of("markets", "vitals", "world", "china");
    static final List<String> MARKETS = List.of("denver", "tampa-bay", "twin-cities");

    private Newsdesk() {}

    record Topic(String slug, String name) {}

    /**
     * @param newsletter the one that carries the author's name; null for most
     */
    record Author(String slug, String name, String newsletter) {}
}
