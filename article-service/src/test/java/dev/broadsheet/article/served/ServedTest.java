package dev.broadsheet.article.served;

import static dev.broadsheet.article.testing.Drafts.draft;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.article.testing.Statements;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.localstack.client.Outage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ServedTest {

    @Inject
    ServedAnswers answers;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @BeforeEach
    void awaitThatChangesAreHeard() {
        published("Warm");
    }

    /** Published, and the event has come back over the topic: nothing more is going to take out what is kept. */
    private JsonPath published(String headline) {
        long before = answers.changes();
        JsonPath article = Desk.createAndPublish(draft(headline));
        await().until(() -> answers.changes() >= before + 2);
        return article;
    }

    @Test
    void theSecondReaderOfAnythingPublicCostsNoStatement() {
        String article = path(published("Read twice"));
        for (String path :
                new String[] {article, article + "/related", "/api/v1/articles", "/api/v1/articles?q=twice"}) {
            Response first = given().get(path);
            assertThat(Statements.during(() -> given().get(path))).isZero();
            Response second = given().get(path);
            assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
            for (String header : new String[] {"ETag", "Last-Modified", "Cache-Control", "Content-Type"}) {
                assertThat(second.header(header))
                        .as(header)
                        .isEqualTo(first.header(header))
                        .isNotNull();
            }
            assertThat(second.header("X-Request-Id")).isNotNull().isNotEqualTo(first.header("X-Request-Id"));
        }
    }

    @Test
    void whatIsKeptAnswersConditionsLikeWhatIsRead() {
        String path = path(published("Asked with conditions"));
        Response read = given().get(path);
        assertThat(answers.find(path)).isNotNull();

        Stream.of(
                        given().header("If-None-Match", read.header("ETag")),
                        given().header("If-None-Match", "\"other\", W/" + read.header("ETag")),
                        given().header("If-None-Match", "*"),
                        given().header("If-Modified-Since", read.header("Last-Modified")))
                .map(request -> request.get(path))
                .forEach(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(304);
                    assertThat(answer.asByteArray()).isEmpty();
                    assertThat(answer.header("ETag")).isEqualTo(read.header("ETag"));
                    assertThat(answer.header("Cache-Control")).isEqualTo(read.header("Cache-Control"));
                });
        given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @Test
    void aHeadIsAnsweredWithTheSameHeaders() {
        String path = path(Desk.createAndPublish(draft("Only the head")));
        Response read = given().get(path);
        given().head(path).then().statusCode(200).header("ETag", read.header("ETag"));
    }

    @Test
    void anEditorSeesTheirOwnChangeAtOnce() {
        JsonPath article = Desk.createAndPublish(draft("Before the change"));
        String path = path(article);
        String related = given().get(path + "/related").asString();
        given().get(path).then().statusCode(200);

        Desk.edit(article.getString("id"), draft("After the change")).then().statusCode(200);
        assertThat(given().get(path).<String>path("headline")).isEqualTo("After the change");
        assertThat(given().get("/api/v1/articles?limit=1").<String>path("items[0].headline"))
                .isEqualTo("After the change");

        Desk.createAndPublish(draft("Newer than that"));
        assertThat(given().get("/api/v1/articles?limit=1").<String>path("items[0].headline"))
                .isEqualTo("Newer than that");
        assertThat(given().get(path + "/related").asString()).isNotEqualTo(related);

        Desk.retract(article.getString("id")).then().statusCode(200);
        given().get(path).then().statusCode(410);
    }

    @Test
    void aChangeOfOneArticleLeavesTheOthersKept() {
        String other = path(published("Not concerned"));
        JsonPath article = published("Concerned");
        given().get(other).then().statusCode(200);
        given().get(path(article)).then().statusCode(200);

        answers.forget(UUID.fromString(article.getString("id")));

        assertThat(answers.find(other)).isNotNull();
        assertThat(answers.find(path(article))).isNull();
    }

    @Test
    void aChangeHeardFromTheTopicTakesOutWhatShowsTheArticle() throws Exception {
        JsonPath article = published("Changed in another replica");
        String path = path(article);
        given().get(path).then().statusCode(200);
        assertThat(answers.find(path)).isNotNull();
        // Bytes are enough: what changed is read from the database.
        tellTheTopic(article.getString("id"), "{}");
        await().until(() -> answers.find(path) == null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no id", "", "\u0000"})
    void poisonOnTheTopicStopsNothing(String key) throws Exception {
        tellTheTopic(key, "poison");
        tellTheTopic(null, null);
        aChangeHeardFromTheTopicTakesOutWhatShowsTheArticle();
    }

    @Test
    void readersAreServedWhileKafkaIsAway() {
        String path = path(Desk.createAndPublish(draft("Read in the dark")));
        try (Outage away = Outage.ofKafka()) {
            given().get(path).then().statusCode(200);
            given().get("/api/v1/articles").then().statusCode(200);
        }
    }

    @Test
    void whatWasReadWhileItChangedIsAnsweredAndNotKept() {
        String address = "/read-while-it-changed";
        UUID article = UUID.randomUUID();
        Served old = Served.ofArticle(article, new byte[] {1}, "text/plain", Instant.now(), Caching.ARTICLE);

        assertThat(answers.read(address, () -> {
                    answers.forget(article);
                    return old;
                }))
                .isSameAs(old);
        assertThat(answers.find(address)).isNull();
    }

    @Test
    void nothingIsKeptWhileChangesAreNotHeard() {
        String address = "/read-while-deaf";
        Served served = Served.ofMany(new byte[] {1}, "text/plain", Instant.now(), Caching.LIST);
        answers.hearsOfChanges(false);
        try {
            answers.read(address, () -> served);
            assertThat(answers.find(address)).isNull();
        } finally {
            answers.hearsOfChanges(true);
        }
        answers.read(address, () -> served);
        assertThat(answers.find(address)).isSameAs(served);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/articles/no-such", "/api/v1/articles?limit=0", "/api/v1/articles?q=%00"})
    void refusalsAreNotKept(String path) {
        int status = given().urlEncodingEnabled(false).get(path).statusCode();
        assertThat(status).isBetween(400, 499);
        assertThat(answers.find(path)).isNull();
    }

    private void tellTheTopic(String key, String value) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ARTICLES, key, value == null ? null : value.getBytes()))
                    .get();
        }
    }

    private static String path(JsonPath article) {
        return "/api/v1/articles/" + article.getString("slug");
    }
}
