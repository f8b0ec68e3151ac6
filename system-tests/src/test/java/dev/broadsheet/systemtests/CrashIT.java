package dev.broadsheet.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.localstack.client.Api;
import dev.broadsheet.localstack.client.MailSummary;
import dev.broadsheet.localstack.client.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Every service is killed in turn, in the middle of the work. One story in three parts, each on the one before. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashIT {

    private static final String NEWSLETTER = "markets";
    private static final String HEADLINE = "What survives a crash";
    private static final int SIGN_UPS_UNDER_FIRE = 1_000;
    private static final int READERS = 2_000;
    private static final Duration RECOVERY = Duration.ofSeconds(180);
    private static final Pattern UNCERTAIN = Pattern.compile("event=delivery.batch.recovered .*uncertain=(\\d+)");

    private static final List<String> ADDRESSES = Readers.addresses("reader", 0, READERS);

    @TempDir
    static Path folder;

    private static Newsroom newsroom;

    @BeforeAll
    static void startTheNewsroom() {
        newsroom = Newsroom.startEmptyWithoutRateLimits(folder);
    }

    @AfterAll
    static void stopTheNewsroom() {
        newsroom.close();
    }

    @Test
    @Order(1)
    void everyAcceptedSignUpIsARowAndAnEventHoweverManyServicesDie() {
        Readers readers = new Readers(newsroom.api(), NEWSLETTER);
        List<String> underFire = ADDRESSES.subList(0, SIGN_UPS_UNDER_FIRE);

        CompletableFuture<Void> signUps = CompletableFuture.runAsync(() -> readers.signUp(underFire));
        for (int i = 0; i < Newsroom.SERVICES.size(); i++) {
            int reached = SIGN_UPS_UNDER_FIRE * (i + 1) / (Newsroom.SERVICES.size() + 2);
            await().atMost(RECOVERY).until(() -> readers.accepted() >= reached);
            newsroom.kill(Newsroom.SERVICES.get(i));
        }
        signUps.join();
        Newsroom.SERVICES.forEach(newsroom::awaitReady);

        assertThat(newsroom.database("subscription").strings("SELECT email FROM subscriber"))
                .containsAll(underFire);
        assertThat(awaitTokens(SIGN_UPS_UNDER_FIRE)).containsKeys(underFire.toArray(String[]::new));
    }

    @Test
    @Order(2)
    void everyReaderWhoConfirmsIsInTheAudience() {
        Readers readers = new Readers(newsroom.api(), NEWSLETTER);
        readers.signUp(ADDRESSES.subList(SIGN_UPS_UNDER_FIRE, READERS));
        Map<String, String> tokens = awaitTokens(READERS);

        readers.confirm(ADDRESSES.stream().map(tokens::get).toList());

        await().atMost(RECOVERY).until(() -> audience() == READERS);
        // Each was asked to confirm, and welcomed.
        newsroom.inbox().awaitSize(2 * READERS, RECOVERY);
    }

    @Test
    @Order(3)
    void everyReaderGetsTheEditionAndOnlyWhatWasInFlightComesTwice() {
        Api api = newsroom.api();
        String draft = api.draft(HEADLINE, true, NEWSLETTER);

        api.publish(draft);
        for (int i = 0; i < Newsroom.SERVICES.size(); i++) {
            long reached = (long) READERS * (i + 1) / (Newsroom.SERVICES.size() + 2);
            await().atMost(RECOVERY).until(() -> handedOver() >= reached);
            newsroom.kill(Newsroom.SERVICES.get(i));
        }

        await().atMost(RECOVERY)
                .until(() -> newsroom.database("notification")
                                .count(
                                        "SELECT count(*) FROM edition WHERE newsletter = ? AND state = 'SENT'",
                                        NEWSLETTER)
                        == 1);
        Map<String, Integer> mails = mailsByAddress();
        assertThat(mails.keySet()).containsExactlyInAnyOrderElementsOf(ADDRESSES);
        int repeated = mails.values().stream().mapToInt(Integer::intValue).sum() - READERS;
        int inFlight = UNCERTAIN
                .matcher(newsroom.log("notification-service"))
                .results()
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .sum();
        System.out.printf("Mails that came twice: %d; in flight when the sender was killed: %d%n", repeated, inFlight);
        assertThat(repeated).isLessThanOrEqualTo(inFlight);
    }

    private static Map<String, String> awaitTokens(int count) {
        try (TopicReader topic = newsroom.topic("broadsheet.subscriptions.v1")) {
            await().atMost(RECOVERY).until(() -> Readers.tokens(topic.records()).size() >= count);
            return Readers.tokens(topic.records());
        }
    }

    private static long audience() {
        return newsroom.database("notification")
                .count("SELECT count(*) FROM audience_member WHERE newsletter = ?", NEWSLETTER);
    }

    private static long handedOver() {
        return newsroom.database("notification").count("SELECT count(*) FROM delivery WHERE state = 'SENT'");
    }

    private static Map<String, Integer> mailsByAddress() {
        Map<String, Integer> mails = new HashMap<>();
        for (MailSummary mail : newsroom.inbox().messagesWithSubject(HEADLINE)) {
            mail.to().forEach(reader -> mails.merge(reader.address(), 1, Integer::sum));
        }
        return mails;
    }
}
