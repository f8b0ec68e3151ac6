package dev.broadsheet.systemtests;

import static org.awaitility.Awaitility.await;

import dev.broadsheet.localstack.client.Api;
import dev.broadsheet.systemtests.Desk.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Two article-services on one database and one topic: 0 is the launcher's, 1 is one more. */
final class TwoReplicas implements AutoCloseable {

    private static final String SERVICE = "article-service";
    private static final String KEPT_ANSWERS_GIVEN = "cache_gets_total{cache=\"served\",result=\"hit\"}";
    private static final String RELAY_LEADS = "broadsheet_outbox_relay_active";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Newsroom newsroom;
    private final Replica second;
    private final List<Endpoint> endpoints;
    private final List<Api> apis;

    TwoReplicas(Newsroom newsroom) {
        this.newsroom = newsroom;
        this.second = new Replica(newsroom);
        this.endpoints = List.of(newsroom.endpoint(SERVICE), second.endpoint());
        this.apis = endpoints.stream().map(newsroom::api).toList();
    }

    void awaitReady() {
        await().atMost(PATIENCE).until(() -> endpoints.stream().allMatch(Endpoint::isReady));
    }

    Api api(int replica) {
        return apis.get(replica);
    }

    Desk desk(int replica) {
        return new Desk(apis.get(replica));
    }

    /** Half of what is done is done through each. */
    Desk deskFor(int turn) {
        return desk(turn % 2);
    }

    /** Drafts with different headlines. */
    List<Written> write(String headline, int count) {
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        return Crowd.map(numbers, number -> deskFor(number).write(headline + " " + number));
    }

    void schedule(List<Written> articles, Instant at) {
        AtomicInteger turns = new AtomicInteger();
        Crowd.each(articles, article -> deskFor(turns.getAndIncrement()).schedule(article, at));
    }

    /** What the articles' addresses answer, through both. */
    List<Integer> statuses(List<Written> articles) {
        return Crowd.map(
                        articles,
                        article -> apis.stream()
                                .map(api -> api.get(article.path()).statusCode())
                                .toList())
                .stream()
                .flatMap(Collection::stream)
                .toList();
    }

    /** Reads until the replica answers with what it has kept; the answer's tag. */
    String awaitKept(int replica, String path) {
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> tagIfKept(replica, path), tag -> !tag.isEmpty());
    }

    /** The one whose relay sends the events of both. */
    int leading() {
        return await().atMost(PATIENCE)
                .until(
                        () -> IntStream.range(0, 2)
                                .filter(replica -> metric(replica, RELAY_LEADS) == 1)
                                .findFirst(),
                        OptionalInt::isPresent)
                .getAsInt();
    }

    /** As the system does it to a process that took too much memory. It is started again at once. */
    void kill(int replica) {
        if (replica == 0) {
            newsroom.kill(SERVICE);
        } else {
            second.kill();
            second.start();
        }
    }

    /** Kills both. They begin to work again when {@code until} returns, and not before. */
    void takeDown(Runnable until) {
        second.kill();
        newsroom.kill(SERVICE);
        newsroom.signal(SERVICE, "STOP");
        try {
            until.run();
        } finally {
            newsroom.signal(SERVICE, "CONT");
            second.start();
        }
    }

    @Override
    public void close() {
        second.close();
    }

    private String tagIfKept(int replica, String path) {
        double before = metric(replica, KEPT_ANSWERS_GIVEN);
        String tag = apis.get(replica).get(path).headers().firstValue("ETag").orElse("");
        return metric(replica, KEPT_ANSWERS_GIVEN) > before ? tag : "";
    }

    private double metric(int replica, String name) {
        try {
            return endpoints.get(replica).metric(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
