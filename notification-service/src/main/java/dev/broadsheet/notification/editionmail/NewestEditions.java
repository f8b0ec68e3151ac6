package dev.broadsheet.notification.editionmail;

import dev.broadsheet.contracts.article.ArticlePublished;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** What whoever has just come to a newsletter has missed. */
@ApplicationScoped
public class NewestEditions {

    private static final int HEADLINES = 3;

    private static final String NEWEST = """
            SELECT id FROM edition WHERE newsletter = :newsletter AND closed_at IS NOT NULL
            ORDER BY closed_at DESC LIMIT 1""";

    private final Session session;
    private final EditionContents contents;

    NewestEditions(Session session, EditionContents contents) {
        this.session = session;
        this.contents = contents;
    }

    @Transactional
    public Optional<NewestEdition> of(String newsletter) {
        return session
                .createNativeQuery(NEWEST, UUID.class)
                .setParameter("newsletter", newsletter)
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(contents::find)
                .map(content -> new NewestEdition(content.id(), headline(content)));
    }

    private static String headline(EditionContent content) {
        return content.articles().stream()
                .limit(HEADLINES)
                .map(ArticlePublished::headline)
                .collect(Collectors.joining(" · "));
    }

    /** @param headline of a digest the first few, on one line */
    public record NewestEdition(UUID id, String headline) {}
}
