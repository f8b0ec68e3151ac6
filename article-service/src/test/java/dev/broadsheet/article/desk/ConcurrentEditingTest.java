package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static dev.broadsheet.article.testing.Drafts.draftWith;
import static dev.broadsheet.article.testing.Drafts.list;
import static dev.broadsheet.article.testing.Drafts.paragraph;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.testing.ArticleTopic;
import dev.broadsheet.article.testing.ArticleTopic.Told;
import dev.broadsheet.article.testing.AtOnce;
import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors who work on one article at one time. */
@QuarkusTest
class ConcurrentEditingTest {

    private static final int SAVES = 10;
    private static final String BEGINNING = "How it began.";

    @Inject
    Stored stored;

    /** Each save adds a paragraph to what was read: a lost one, or one told out of order, is seen in the text. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void noSaveIsLostAndEachIsToldOnceInTheOrderOfTheVersions(int editors) throws Exception {
        String id = Desk.createAndPublish(draftWith("body", list(paragraph(BEGINNING))))
                .getString("id");
        Map<Long, String> accepted = new ConcurrentSkipListMap<>();

        AtOnce.all(IntStream.range(0, editors)
                .<Callable<Integer>>mapToObj(editor -> () -> saveUntilAllAreIn(id, editor, accepted))
                .toList());
        Desk.retract(id).then().statusCode(200);
        Desk.publish(id).then().statusCode(200);

        int saves = editors * SAVES;
        List<String> paragraphs = new ArrayList<>(List.of(BEGINNING));
        paragraphs.addAll(accepted.values());
        assertThat(paragraphs).hasSize(1 + saves).doesNotHaveDuplicates();
        JsonPath article = Desk.read(id).jsonPath();
        assertThat(article.getList("body.text")).isEqualTo(paragraphs);
        // Published, saved, retracted, published again.
        assertThat(article.getInt("version")).isEqualTo(1 + saves + 2);
        given().get("/api/v1/articles/" + article.getString("slug")).then().statusCode(200);

        List<String> types = new ArrayList<>(List.of("ArticlePublished"));
        types.addAll(Collections.nCopies(saves, "ArticleUpdated"));
        types.addAll(List.of("ArticleRetracted", "ArticlePublished"));
        assertThat(stored.eventsOf(id)).isEqualTo(types);
        try (ArticleTopic topic = new ArticleTopic()) {
            List<Told> events = topic.awaitEventsOf(id, types.size());
            assertThat(events).extracting(Told::type).isEqualTo(types);
            for (int i = 0; i <= saves; i++) {
                assertThat(events.get(i).data().getList("body.text")).isEqualTo(paragraphs.subList(0, 1 + i));
            }
            assertThat(events.get(saves + 2).data().getList("body.text")).isEqualTo(paragraphs);
        }
    }

    @Test
    void ofSeveralWhoSaveOverOneVersionOneSucceeds() throws Exception {
        String id = Desk.createAndPublish(draft("Seen by all")).getString("id");

        List<Response> answers = AtOnce.many(() -> Desk.edit(
                id, "\"1\"", draft("By thread " + Thread.currentThread().getId())));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
        assertThat(stored.eventsOf(id)).containsExactly("ArticlePublished", "ArticleUpdated");
    }

    @Test
    void savingAndRetractingAtOnceLeaveAnOrderThatMakesSense() throws Exception {
        String id = Desk.createAndPublish(draft("Saved or withdrawn")).getString("id");
        List<Callable<Response>> work = new ArrayList<>();
        for (int i = 0; i < AtOnce.MANY / 2; i++) {
            String headline = "Save " + i;
            work.add(() -> Desk.edit(id, "*", draft(headline)));
            work.add(() -> Desk.retract(id));
        }

        assertThat(AtOnce.all(work)).allMatch(answer -> answer.statusCode() == 200);

        // A save of what is withdrawn already is not told.
        List<String> types = stored.eventsOf(id);
        assertThat(types)
                .startsWith("ArticlePublished")
                .endsWith("ArticleRetracted")
                .containsOnlyOnce("ArticleRetracted");
        try (ArticleTopic topic = new ArticleTopic()) {
            assertThat(topic.awaitTypesOf(id, types.size())).isEqualTo(types);
        }
    }

    /** How often another editor was first. */
    private static int saveUntilAllAreIn(String id, int editor, Map<Long, String> accepted) {
        int refused = 0;
        for (int save = 0; save < SAVES; ) {
            String added = "Editor " + editor + ", save " + save + ".";
            Response read = Desk.read(id);
            List<Object> body = new ArrayList<>(read.jsonPath().<Object>getList("body"));
            body.add(paragraph(added));
            Response answer = Desk.edit(id, read.header("ETag"), draftWith("body", body));
            if (answer.statusCode() == 200) {
                accepted.put(answer.jsonPath().getLong("version"), added);
                save++;
            } else {
                assertThat(answer.statusCode()).isEqualTo(412);
                refused++;
            }
        }
        return refused;
    }
}
