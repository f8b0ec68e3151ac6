package dev.broadsheet.benchmarks.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchQueriesTest {

    @Test
    void noSearchComesTwiceHoweverManyThereAre() {
        List<SearchQuery> queries = new SearchQueries(Vocabulary.create()).take(20_000);
        assertThat(queries).extracting(SearchQuery::path).doesNotHaveDuplicates();
    }

    @Test
    void thereAreSearchesOfEveryKindAndTheSameInEveryRun() {
        List<SearchQuery> queries = new SearchQueries(Vocabulary.create()).take(100);
        assertThat(queries).extracting(SearchQuery::kind).contains(SearchQuery.Kind.values());
        assertThat(new SearchQueries(Vocabulary.create()).take(100)).isEqualTo(queries);
    }
}
