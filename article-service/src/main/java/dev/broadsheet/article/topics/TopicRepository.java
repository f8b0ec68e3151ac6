package dev.broadsheet.article.topics;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class TopicRepository implements PanacheRepositoryBase<Topic, String> {

    List<TopicView> inOrder() {
        return streamAll(Sort.by("position")).map(Topic::view).toList();
    }
}
