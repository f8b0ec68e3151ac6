package dev.broadsheet.article.authors;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class AuthorRepository implements PanacheRepositoryBase<Author, String> {

    /** Two editors who create the same author wait for each other here, and one of them learns that they are there. */
    private static final String INSERT = """
            INSERT INTO author (slug, name, newsletter) VALUES (:slug, :name, :newsletter) ON CONFLICT (slug) DO NOTHING
            """;

    List<AuthorView> byName() {
        return streamAll(Sort.by("name")).map(Author::view).toList();
    }

    /** Whether they were new. */
    boolean insert(String slug, String name, String newsletter) {
        return getEntityManager()
                        .createNativeQuery(INSERT)
                        .setParameter("slug", slug)
                        .setParameter("name", name)
                        .setParameter("newsletter", newsletter)
                        .executeUpdate()
                == 1;
    }
}
