package dev.broadsheet.article.topics;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class TopicRepository implements PanacheRepositoryBase<Topic, String> {

    /** Two editors who create the same topic wait for each other here, and one of them learns that it is there. */
    private static final String INSERT = """
            INSERT INTO topic (slug, name, position)
            VALUES (:slug, :name, coalesce(CAST(:position AS integer), (SELECT coalesce(max(position), 0) + 1 FROM topic)))
            ON CONFLICT (slug) DO NOTHING
            """;

    /** By position, then by name: two may have one position. */
    List<TopicView> inOrder() {
        return streamAll(Sort.by("position").and("name")).map(Topic::view).toList();
    }

    /** Whether it was new. */
    boolean insert(String slug, String name, Integer position) {
        return getEntityManager()
                        .createNativeQuery(INSERT)
                        .setParameter("slug", slug)
                        .setParameter("name", name)
                        .setParameter("position", position)
                        .executeUpdate()
                == 1;
    }
}
