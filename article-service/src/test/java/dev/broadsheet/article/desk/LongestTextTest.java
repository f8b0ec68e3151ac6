package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draftWith;
import static dev.broadsheet.article.testing.Drafts.paragraph;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.testing.ArticleTopic;
import dev.broadsheet.article.testing.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The longest text that the desk takes can be published, searched and told of, whatever it is made of. */
@QuarkusTest
class LongestTextTest {

    private static final long SEED = 20261124;
    private static final int PARAGRAPH = 5_000;

    enum Text {
        WORDS('a', 26, "%s "),
        COMPOUNDS('a', 26, "%s-%s "),
        ADDRESSES('a', 26, "%s.com/%s "),
        SYLLABLES('\uAC00', 11_000, "%s "),
        COMPOUND_SYLLABLES('\uAC00', 11_000, "%s-%s "),
        QUOTES('"', 1, "%s ");

        private final int firstLetter;
        private final int letters;
        private final String form;

        Text(int firstLetter, int letters, String form) {
            this.firstLetter = firstLetter;
            this.letters = letters;
            this.form = form;
        }

        private String paragraph(Random random) {
            StringBuilder text = new StringBuilder();
            while (text.length() < PARAGRAPH) {
                text.append(form.formatted(word(random), word(random)));
            }
            return text.substring(0, PARAGRAPH - 1) + ".";
        }

        private String word(Random random) {
            return random.ints(6, firstLetter, firstLetter + letters)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLongestTextCanBePublished(Text text) {
        Random random = new Random(SEED);
        List<Object> body = new ArrayList<>();
        for (int i = 0; i < DraftRules.LONGEST_BODY / PARAGRAPH; i++) {
            body.add(paragraph(text.paragraph(random)));
        }

        JsonPath article = Desk.createAndPublish(draftWith("body", body));

        given().get("/api/v1/articles/" + article.getString("slug")).then().statusCode(200);
        try (ArticleTopic topic = new ArticleTopic()) {
            assertThat(topic.awaitEventOf(article.getString("id")).getList("body"))
                    .hasSize(body.size());
        }
    }
}
