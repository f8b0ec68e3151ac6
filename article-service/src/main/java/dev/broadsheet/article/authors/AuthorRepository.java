package dev.broadsheet.article.authors;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class AuthorRepository implements PanacheRepositoryBase<Author, String> {

    List<AuthorView> byName() {
        return streamAll(Sort.by("name")).map(Author::view).toList();
    }
}
