package dev.broadsheet.article.desk;

import dev.broadsheet.article.text.SlugText;
import dev.broadsheet.problems.InvalidInputException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes an article's name in addresses out of its headline, in any script. */
@ApplicationScoped
class Slugs {

    private static final String OF_SYMBOLS_ONLY = "article";

    private static final Pattern SUFFIXES = Pattern.compile("(?<=[^-])(-[0-9]+)++$");

    /** Two editors with one headline wait for each other here instead of one of them failing on the unique index. */
    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:family, 0))";

    /** A former name stays its article's: the old address leads to it. */
    private static final String IS_TAKEN = """
            SELECT EXISTS (SELECT FROM article WHERE slug = :slug)
                OR EXISTS (SELECT FROM former_slug WHERE slug = :slug AND article_id IS DISTINCT FROM :article)
            """;

    /** Of as many numbers as there are slugs of that beginning, and one more, one is free. */
    private static final String FREE_SUFFIX = """
            SELECT min(suffix)
            FROM generate_series(2, 2
                + (SELECT count(*) FROM article WHERE slug LIKE :beginning)
                + (SELECT count(*) FROM former_slug WHERE slug LIKE :beginning)) AS suffix
            WHERE NOT EXISTS (SELECT FROM article WHERE slug = :base || '-' || suffix)
                AND NOT EXISTS (SELECT FROM former_slug WHERE slug = :base || '-' || suffix)
            """;

    private final EntityManager entityManager;

    Slugs(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * A slug that no other article has or had. Call it in the transaction that stores the article: its lock ends with it.
     *
     * @param wanted what the editor asks for; null: one is made from the headline
     */
    String forNew(String wanted, String headline) {
        return wanted == null ? unique(headline) : claimed(wanted, null);
    }

    /** The same for an article that exists: it keeps its slug once its address was public, unless an editor wants another. */
    String forChange(Article article, String wanted, String headline) {
        if (wanted != null) {
            return wanted.equals(article.slug()) ? wanted : claimed(wanted, article.id());
        }
        String base = base(headline);
        boolean stays = article.wasEverPublic() || base.equals(article.slug()) || base.equals(base(article.headline()));
        return stays ? article.slug() : unique(headline);
    }

    private String claimed(String wanted, UUID article) {
        lockFamily(wanted);
        if (isTaken(wanted, article)) {
            throw InvalidInputException.of("slug", "slug.taken", "Another article has or had this slug.");
        }
        return wanted;
    }

    private String unique(String headline) {
        String base = base(headline);
        lockFamily(base);
        return isTaken(base, null) ? base + "-" + freeSuffix(base) : base;
    }

    private void lockFamily(String slug) {
        String family = SUFFIXES.matcher(slug).replaceFirst("");
        entityManager.createNativeQuery(LOCK).setParameter("family", family).getSingleResult();
    }

    private static String base(String headline) {
        return SlugText.of(headline).orElse(OF_SYMBOLS_ONLY);
    }

    private boolean isTaken(String slug, UUID article) {
        return (boolean) entityManager
                .createNativeQuery(IS_TAKEN, Boolean.class)
                .setParameter("slug", slug)
                .setParameter("article", article)
                .getSingleResult();
    }

    private long freeSuffix(String base) {
        return (Long) entityManager
                .createNativeQuery(FREE_SUFFIX, Long.class)
                .setParameter("beginning", base + "-%")
                .setParameter("base", base)
                .getSingleResult();
    }
}
