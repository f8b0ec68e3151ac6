package dev.broadsheet.article.articles;

import com.github.slugify.Slugify;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.regex.Pattern;

/** Makes an article's name in addresses out of its headline, in any script. */
@ApplicationScoped
class Slugs {

    /** Leaves room for the number of a suffix within the 120 characters of a slug. */
    private static final int LONGEST_BASE = 100;

    private static final String OF_SYMBOLS_ONLY = "article";

    private static final Pattern SUFFIXES = Pattern.compile("(?<=[^-])(-[0-9]+)++$");

    /** Two editors with one headline wait for each other here instead of one of them failing on the unique index. */
    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:family, 0))";

    /** Of as many numbers as there are slugs of that beginning, and one more, one is free. */
    private static final String FREE_SUFFIX = """
            SELECT min(suffix)
            FROM generate_series(2, (SELECT count(*) + 2 FROM article WHERE slug LIKE :beginning)) AS suffix
            WHERE NOT EXISTS (SELECT FROM article WHERE slug = :base || '-' || suffix)
            """;

    private final EntityManager entityManager;
    private final Slugify slugify;

    Slugs(EntityManager entityManager) {
        this.entityManager = entityManager;
        this.slugify = Slugify.builder()
                .transliterator(true)
                .customReplacement("_", "-")
                .build();
    }

    /** A slug that no article has. Call it in the transaction that stores the article: its lock ends with it. */
    String unique(String headline) {
        String base = base(headline);
        String family = SUFFIXES.matcher(base).replaceFirst("");
        entityManager.createNativeQuery(LOCK).setParameter("family", family).getSingleResult();
        return isTaken(base) ? base + "-" + freeSuffix(base) : base;
    }

    String base(String headline) {
        String whole = slugify.slugify(headline);
        if (whole.isEmpty()) {
            return OF_SYMBOLS_ONLY;
        }
        if (whole.length() <= LONGEST_BASE) {
            return whole;
        }
        int hyphen = whole.lastIndexOf('-', LONGEST_BASE);
        return whole.substring(0, hyphen > 0 ? hyphen : LONGEST_BASE);
    }

    private boolean isTaken(String slug) {
        return (boolean) entityManager
                .createNativeQuery("SELECT EXISTS (SELECT FROM article WHERE slug = :slug)", Boolean.class)
                .setParameter("slug", slug)
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
