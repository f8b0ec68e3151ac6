package dev.broadsheet.article.desk;

import static dev.broadsheet.article.testing.Drafts.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.broadsheet.article.testing.ArticleTopic;
import dev.broadsheet.article.testing.Desk;
import dev.broadsheet.localstack.client.Outage;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutageTest {

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    @Test
    void whatCouldNotBeStoredIsAnsweredSoAndCanBeSentAgain() {
        String id = Desk.create(draft("Written before the outage")).getString("id");

        try (Outage away = Outage.ofPostgres()) {
            Desk.publish(id)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", not(nullValue()))
                    .body("requestId", not(nullValue()));
            Desk.send(draft("Written during the outage")).then().statusCode(503);
        }

        await().atMost(RECOVERY).until(() -> Desk.publish(id).statusCode() == 200);
        try (ArticleTopic topic = new ArticleTopic()) {
            topic.awaitEventOf(id);
            assertThat(topic.countEventsOf(id)).isEqualTo(1);
        }
    }

    @Test
    void anArticlePublishedWhileKafkaIsAwayIsToldLater() {
        String id = Desk.create(draft("Published into the dark")).getString("id");

        try (Outage away = Outage.ofKafka()) {
            Desk.publish(id).then().statusCode(200).body("state", equalTo("PUBLISHED"));
        }

        try (ArticleTopic topic = new ArticleTopic()) {
            topic.awaitEventOf(id);
            assertThat(topic.countEventsOf(id)).isEqualTo(1);
        }
    }
}
