package dev.broadsheet.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.frontend.Reader.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IllustrationTest extends SiteTest {

    private static final int LARGEST = 6_000;

    static Stream<String> drawings() throws IOException {
        return Files.list(Path.of("src/main/resources/illustrations"))
                .map(file -> file.getFileName().toString())
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void isADrawingAndNothingElse(String name) {
        Page drawing = reader.open("/illustrations/" + name);

        assertThat(drawing.status()).isEqualTo(200);
        String svg = drawing.response().body();
        assertThat(svg.length()).isLessThan(LARGEST);
        Document document = Jsoup.parse(svg, Parser.xmlParser());
        assertThat(document.expectFirst("svg").attr("viewBox")).isEqualTo("0 0 1200 675");
        assertThat(document.getAllElements().stream().map(Element::normalName))
                .isSubsetOf("#root", "svg", "g", "path", "rect", "circle", "ellipse");
        assertThat(svg).doesNotContain("href", "style", "url(", " on", "<!");
    }

    @Test
    void isKeptForAWeekAndRunsNothing() {
        Page drawing = reader.open("/illustrations/bank.svg");

        assertThat(drawing.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(drawing.response().headers().allValues("Cache-Control")).containsExactly("public, max-age=604800");
        assertThat(drawing.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(drawing.response().headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'")
                .doesNotContain("script-src", "unsafe", "data:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/illustrations/none.svg",
                "/illustrations/bank",
                "/illustrations/bank.png",
                "/illustrations/..%2Fassets%2Ficon.svg",
                "/illustrations/"
            })
    void whatWasNotDrawnIsNotFound(String path) {
        Page page = reader.open(path);

        assertThat(page.status()).isEqualTo(404);
        assertGoodPage(page);
    }
}
