package dev.broadsheet.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.localstack.client.Api;
import dev.broadsheet.systemtests.Desk.Written;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles, with two replicas of the service that has them: what one does is true in the other, and happens once. */
class ArticlesIT {

    /** Below the minute after which a replica reads anew even if it has heard nothing. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Newsroom newsroom;
    private static TwoReplicas replicas;

    @BeforeAll
    static void startTheNewsroom() {
        newsroom = Newsroom.startEmpty(folder);
        replicas = new TwoReplicas(newsroom);
    }

    @AfterAll
    static void stopTheNewsroom() {
        if (replicas != null) {
            replicas.close();
        }
        newsroom.close();
    }

    @BeforeEach
    void bothReplicasAreThere() {
        replicas.awaitReady();
    }

    @ParameterizedTest(name = "from replica {0}")
    @ValueSource(ints = {0, 1})
    void aChangeInOneReplicaIsSeenThroughTheOther(int here) {
        Desk desk = replicas.desk(here);
        Api there = replicas.api(1 - here);
        Written article = desk.publish(desk.write("The first word of replica " + here));
        String before = replicas.awaitKept(1 - here, article.path());

        desk.edit(article, "The last word of replica " + here);
        long edited = System.nanoTime();
        soon().until(() -> there.get(article.path()).body().contains("The last word"));
        long seen = System.nanoTime();
        String after = replicas.awaitKept(1 - here, article.path());

        assertThat(after).isNotEqualTo(before);
        assertThat(replicas.api(here).get(article.path()).headers().firstValue("ETag"))
                .contains(after);
        desk.retract(article);
        soon().until(() -> there.get(article.path()).statusCode() == 410);
        assertThat(replicas.api(here).get(article.path()).statusCode()).isEqualTo(410);
        System.out.printf("An edit was seen through the other replica after %d ms%n", (seen - edited) / 1_000_000);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/api/v1/articles?limit=5",
                "/api/v1/articles?topic=economy",
                "/api/v1/articles?q=replicated",
                "/feeds/articles.rss",
                "/sitemap.xml",
            })
    void aListShowsWhatIsPublishedAndRetractedThroughTheOtherReplica(String list) {
        Desk desk = replicas.desk(0);
        Api there = replicas.api(1);
        String before = replicas.awaitKept(1, list);

        Written article = desk.publish(desk.write("Replicated"));
        soon().until(() -> there.get(list).body().contains(page(article)));
        assertThat(replicas.awaitKept(1, list)).isNotEqualTo(before);

        desk.retract(article);
        soon().until(() -> !there.get(list).body().contains(page(article)));
    }

    @Test
    void aReplicaThatIsReadAllTheTimeKeepsNothingOld() {
        Desk desk = replicas.desk(0);
        Api there = replicas.api(1);
        Written article = desk.publish(desk.write("Edit 0"));
        List<String> addresses = List.of(
                article.path(), article.path(), "/api/v1/articles?limit=1", "/api/v1/articles?author=amara-okafor");
        addresses.forEach(address -> replicas.awaitKept(1, address));
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger answers = new AtomicInteger();
        CompletableFuture<Void> readers = CompletableFuture.runAsync(() -> Crowd.each(addresses, address -> {
            while (!enough.get()) {
                there.get(address);
                answers.incrementAndGet();
            }
        }));

        int edits = 50;
        try {
            for (int i = 1; i <= edits; i++) {
                article = desk.edit(article, "Edit " + i);
            }
            for (String address : addresses) {
                soon().until(() -> there.get(address).body().contains("\"Edit " + edits + "\""));
            }
        } finally {
            enough.set(true);
            readers.join();
        }
        addresses.forEach(address -> replicas.awaitKept(1, address));
        assertThat(addresses)
                .allSatisfy(address -> assertThat(there.get(address).body()).contains("\"Edit " + edits + "\""));
        System.out.printf("%d edits were answered for %d times while they were made%n", edits, answers.get());
    }

    @Test
    void scheduledArticlesArePublishedOnce() {
        List<Written> articles = replicas.write("On time", 40);
        Instant at = Instant.now().plusSeconds(3);
        replicas.schedule(articles, at);

        Publishings publishings = awaitPublishings(articles);

        publishings.assertOneEach();
        publishings.assertNotBefore(at);
        assertThat(publishings.repeated()).isZero();
        assertThat(replicas.statuses(articles)).containsOnly(200);
        System.out.println("Scheduled: " + publishings.lateness(at));
    }

    @Test
    void articlesWhoseTimePassedDuringAnOutageArePublishedOnceAfterIt() {
        List<Written> articles = replicas.write("Overdue", 40);
        // Time enough to schedule them all and to kill both.
        Instant at = Instant.now().plusSeconds(5);
        replicas.schedule(articles, at);

        replicas.takeDown(() -> {
            await().until(() -> Instant.now().isAfter(at));
            assertThat(newsroom.database("article").count("SELECT count(*) FROM article WHERE state = 'SCHEDULED'"))
                    .isEqualTo(articles.size());
        });
        replicas.awaitReady();

        Publishings publishings = awaitPublishings(articles);
        publishings.assertOneEach();
        assertThat(replicas.statuses(articles)).containsOnly(200);
        System.out.println("Scheduled for a time when nothing ran: " + publishings.lateness(at));
    }

    @Test
    void whatWasPublishedWhileAReplicaDiedIsPublishedOnce() {
        List<Written> articles = replicas.write("Under fire", 200);
        int leading = replicas.leading();
        AtomicInteger turns = new AtomicInteger();
        AtomicInteger published = new AtomicInteger();

        CompletableFuture<Void> burst = CompletableFuture.runAsync(() -> Crowd.each(articles, article -> {
            Crowd.insist(
                    200,
                    () -> replicas.deskFor(turns.getAndIncrement())
                            .tryToPublish(article)
                            .statusCode());
            published.incrementAndGet();
        }));
        await().atMost(PATIENCE).until(() -> published.get() >= articles.size() / 4);
        int before = published.get();
        replicas.kill(leading);
        burst.join();

        replicas.awaitReady();
        Publishings publishings = awaitPublishings(articles);
        publishings.assertOneEach();
        assertThat(replicas.statuses(articles)).containsOnly(200);
        System.out.printf(
                "Replica %d, which relayed, died after %d of %d publishings; %d had to be asked for again, and %d events came twice%n",
                leading, before, articles.size(), turns.get() - articles.size(), publishings.repeated());
    }

    @ParameterizedTest
    @EnumSource
    void feedsAndSitemapsShowWhatIsPublic(Crawled crawled) {
        Api api = newsroom.api();
        Desk desk = new Desk(api);
        Written article = desk.publish(desk.write("For crawlers"));

        HttpResponse<String> shown = api.get(crawled.path());
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(crawled.type()));
        assertThat(shown.body()).contains(crawled.entry(newsroom.url() + page(article)));
        SecondReading.assertUnchanged(api, crawled.path(), shown);

        desk.retract(article);
        assertThat(api.get(crawled.path()).body()).doesNotContain(page(article));
    }

    @Test
    void crawlersAreToldWhereTheSitemapsAre() {
        Api api = newsroom.api();
        HttpResponse<String> robots = api.get("/robots.txt");

        assertThat(robots.statusCode()).isEqualTo(200);
        assertThat(robots.body())
                .contains("Sitemap: " + newsroom.url() + Crawled.SITEMAP.path())
                .contains("Sitemap: " + newsroom.url() + Crawled.NEWS_SITEMAP.path());
        SecondReading.assertUnchanged(api, "/robots.txt", robots);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/articles/", "/articles/"})
    void aFormerAddressLeadsOnAndARetractedArticleIsGone(String address) {
        Api api = newsroom.api();
        Desk desk = new Desk(api);
        Written article = desk.publish(desk.write("Called otherwise"));
        Written renamed = desk.rename(article, "Called otherwise", article.slug() + "-by-now");

        HttpResponse<String> former = api.get(address + article.slug());
        assertThat(former.statusCode()).isEqualTo(301);
        assertThat(former.headers().firstValue("Location"))
                .map(location -> former.uri().resolve(location).toString())
                .contains(newsroom.url() + address + renamed.slug());
        assertThat(api.get(address + renamed.slug()).statusCode()).isEqualTo(200);

        desk.retract(renamed);
        assertThat(api.get(address + renamed.slug()).statusCode()).isEqualTo(410);
    }

    @Test
    void readersWhoHaveAnArticleOrAListAreToldSoThroughTheGateway() {
        Api api = newsroom.api();
        Desk desk = new Desk(api);
        Written article = desk.publish(desk.write("Read before"));

        for (String path : List.of(article.path(), article.path() + "/related", "/api/v1/articles")) {
            HttpResponse<String> first = api.get(path);
            assertThat(first.statusCode()).isEqualTo(200);
            SecondReading.assertUnchanged(api, path, first);
        }
    }

    /** All of them: none can still be on its way once a later one was sent and no row of the outbox waits. */
    private static Publishings awaitPublishings(List<Written> articles) {
        Desk desk = replicas.desk(0);
        try (ArticleTopic topic = new ArticleTopic(newsroom)) {
            topic.awaitPublishing(articles);
            topic.awaitPublishing(List.of(desk.publish(desk.write("Published later"))));
            await().atMost(PATIENCE).until(() -> unsentEvents() == 0);
            return topic.publishings(articles);
        }
    }

    private static long unsentEvents() {
        return newsroom.database("article").count("SELECT count(*) FROM outbox_event WHERE sent_at IS NULL");
    }

    private static String page(Written article) {
        return "/articles/" + article.slug();
    }

    private static ConditionFactory soon() {
        return await().atMost(SOON).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }
}
