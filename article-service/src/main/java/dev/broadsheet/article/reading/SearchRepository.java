package dev.broadsheet.article.reading;

import dev.broadsheet.article.paging.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Full-text search in PostgreSQL. */
@ApplicationScoped
class SearchRepository {

    /**
     * All words by their stems, as typed; or the finished ones and a word that begins with the unfinished one. Never
     * fewer articles than the words as typed would find.
     */
    private static final String TERMS = """
            WITH terms AS MATERIALIZED (
                SELECT CASE
                    WHEN :beginning = '' THEN websearch_to_tsquery('stemmed', :typed)
                    ELSE websearch_to_tsquery('stemmed', :typed)
                        || (websearch_to_tsquery('stemmed', :finished) && to_tsquery('unstemmed', :beginning || ':*'))
                    END AS words)
            """;

    /**
     * The rank is of headline, summary and names; articles that only have the words in their text are equals, and equals
     * stand newest first. Each word counts by itself there, since the others may be in the text: PostgreSQL ranks a title
     * without one of them as if it had none. All that match are ranked for every page, the first as the last.
     */
    private static final String RANKED = TERMS + """
            , sought AS MATERIALIZED (
                SELECT words, CASE
                    WHEN querytree(words) IN ('', 'T') THEN words
                    ELSE replace(querytree(words), ' & ', ' | ')::tsquery
                    END AS each_word
                FROM terms),
            ranked AS (
                SELECT article_id, published_at, ts_rank('{0.1, 0.2, 0.4, 1.0}', title, each_word) AS rank
                FROM sought, article_search
                WHERE article_search.words @@ sought.words %s)
            SELECT article_id, published_at, rank
            FROM ranked
            WHERE (rank, published_at, article_id) < (CAST(:rank AS real), :publishedAt, :id)
            ORDER BY rank DESC, published_at DESC, article_id DESC
            LIMIT :limit
            """;

    private static final String EVERYWHERE = RANKED.formatted("");

    private static final String IN_PLACES = RANKED.formatted("AND places @> CAST(:places AS text[])");

    /** No text has control characters, so that these mark a hit beyond doubt. */
    private static final char HIT = '\u0001';

    private static final char HIT_END = '\u0002';

    private static final String HIGHLIGHTED = TERMS + """
            SELECT article_id, ts_headline('stemmed', text, terms.words,
                'StartSel=\u0001, StopSel=\u0002, MaxFragments=2, MaxWords=30, MinWords=12, FragmentDelimiter=" … "')
            FROM terms, article_search
            WHERE article_id = ANY (:articles)
            """;

    private static final Pattern PASSAGE =
            Pattern.compile(HIT + "(?<hit>[^" + HIT_END + "]*)" + HIT_END + "?|(?<text>[^" + HIT + "]+)");

    private final EntityManager entityManager;

    SearchRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The articles in all these places that have the words, best first, behind the cursor. */
    List<Cursor> find(SearchQuery search, List<String> places, Cursor after, int limit) {
        // What is searched is public, and so in the list of all.
        boolean everywhere = places.equals(List.of(Place.ALL));
        Query query = bind(entityManager.createNativeQuery(everywhere ? EVERYWHERE : IN_PLACES, Tuple.class), search)
                .setParameter("rank", after.rank())
                .setParameter("publishedAt", after.time())
                .setParameter("id", after.id())
                .setParameter("limit", limit);
        if (!everywhere) {
            query.setParameter("places", places.toArray(String[]::new));
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Cursor(row.get(2, Float.class), row.get(1, Instant.class), row.get(0, UUID.class)))
                .toList();
    }

    /** Passages of each article's text with what was searched. */
    Map<UUID, List<ArticleSummary.Passage>> highlights(SearchQuery search, List<UUID> articles) {
        List<?> rows = bind(entityManager.createNativeQuery(HIGHLIGHTED, Tuple.class), search)
                .setParameter("articles", articles.toArray(UUID[]::new))
                .getResultList();
        Map<UUID, List<ArticleSummary.Passage>> highlights = new HashMap<>();
        for (Object row : rows) {
            Tuple tuple = (Tuple) row;
            highlights.put(tuple.get(0, UUID.class), passages(tuple.get(1, String.class)));
        }
        return highlights;
    }

    private static Query bind(Query query, SearchQuery search) {
        return query.setParameter("typed", search.all())
                .setParameter("finished", search.finished())
                .setParameter("beginning", search.beginning());
    }

    private static List<ArticleSummary.Passage> passages(String marked) {
        List<ArticleSummary.Passage> passages = new ArrayList<>();
        Matcher matcher = PASSAGE.matcher(marked.replace('\n', ' '));
        while (matcher.find()) {
            boolean hit = matcher.group("hit") != null;
            passages.add(new ArticleSummary.Passage(hit ? matcher.group("hit") : matcher.group("text"), hit));
        }
        return List.copyOf(passages);
    }
}
