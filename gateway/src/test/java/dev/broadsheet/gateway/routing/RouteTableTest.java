package dev.broadsheet.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    private final RouteTable table = table("/", "/api/v1/articles", "/api/v1/articles/archive", "/feeds");

    @Test
    void aPrefixTakesItselfAndWhatIsBelowIt() {
        assertThat(prefixFor("/api/v1/articles")).isEqualTo("/api/v1/articles");
        assertThat(prefixFor("/api/v1/articles/")).isEqualTo("/api/v1/articles");
        assertThat(prefixFor("/api/v1/articles/a/b")).isEqualTo("/api/v1/articles");
    }

    @Test
    void theLongestPrefixWins() {
        assertThat(prefixFor("/api/v1/articles/archive/2026")).isEqualTo("/api/v1/articles/archive");
    }

    @Test
    void aPrefixTakesWholeSegmentsOnly() {
        assertThat(prefixFor("/api/v1/articlesque")).isNull();
        assertThat(prefixFor("/feedsx")).isEqualTo("/");
    }

    @Test
    void theRootRouteTakesWhatIsOutsideTheApiAndManagement() {
        assertThat(prefixFor("/")).isEqualTo("/");
        assertThat(prefixFor("/news/today")).isEqualTo("/");
        assertThat(prefixFor("/apis")).isEqualTo("/");
        assertThat(prefixFor("/api")).isNull();
        assertThat(prefixFor("/api/v1/unknown")).isNull();
        assertThat(prefixFor("/q")).isNull();
        assertThat(prefixFor("/q/health/live")).isNull();
    }

    @Test
    void withoutARootRouteTheRestGoesNowhere() {
        assertThat(table("/feeds").match("/")).isEmpty();
        assertThat(table("/feeds").match("/news")).isEmpty();
    }

    @Test
    void twoUpstreamsCannotClaimOnePath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table("/feeds", "/feeds"))
                .withMessageContaining("/feeds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "feeds", "/feeds/", "/feeds//rss", "/feeds/../q", "/q", "/q/health", "/fe%65ds"})
    void aPathThatCannotBeRoutedIsNoRoute(String prefix) {
        assertThatIllegalArgumentException().isThrownBy(() -> table(prefix));
    }

    private String prefixFor(String path) {
        return table.match(path).map(Route::prefix).orElse(null);
    }

    private static RouteTable table(String... prefixes) {
        List<Route> routes = Stream.of(prefixes)
                .map(prefix -> new Route(prefix, "somewhere", 1))
                .toList();
        return new RouteTable(routes);
    }
}
