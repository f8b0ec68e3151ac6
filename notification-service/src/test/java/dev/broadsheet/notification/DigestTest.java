package dev.broadsheet.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.Event;
import dev.broadsheet.contracts.article.ArticlePublished;
import dev.broadsheet.contracts.newsletter.NewsletterChanged;
import dev.broadsheet.outbox.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slots are hours away here, unless a test brings one forward: what is open stays open for as long as it takes. */
@QuarkusTest
class DigestTest {

    private final OtherServices others = new OtherServices();
    private final String newsletter = OtherServices.newSlug();
    private final LocalTime inTwelveHours =
            LocalTime.now(ZoneOffset.UTC).plusHours(12).truncatedTo(ChronoUnit.MINUTES);

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void articlesOfOneDayAreOneEditionWhoseTimeIsByTheNewslettersClock() {
        ZoneId zone = ZoneId.of("Asia/Kathmandu");
        LocalTime time = LocalTime.now(zone).plusHours(12).truncatedTo(ChronoUnit.MINUTES);
        handled(OtherServices.daily(newsletter, time, zone.getId()));

        ArticlePublished first = publish("First");
        ArticlePublished second = publish("Second");

        Instant slot = Instant.parse(Ledger.string(
                "SELECT to_char(slot AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM edition"
                        + " WHERE newsletter = ?",
                newsletter));
        assertThat(slot.atZone(zone).toLocalTime()).isEqualTo(time);
        assertThat(slot).isBetween(first.publishedAt(), first.publishedAt().plus(Duration.ofDays(1)));
        assertThat(editions("OPEN")).isEqualTo(1);
        assertThat(articlesIn("OPEN")).containsExactlyInAnyOrder(first.articleId(), second.articleId());
    }

    @Test
    void anEditionThatIsDueClosesOnceWithTheNewestArticleFirstAndGoesToWhoConfirmed() {
        announceDaily();
        others.confirm("reader-" + Ids.next() + "@example.com", newsletter);
        Ledger.awaitMembers(newsletter, 1);
        ArticlePublished first = publish("First");
        ArticlePublished second = publish("Second");

        makeDue();

        awaitClosed();
        assertThat(articlesIn("closed")).containsExactly(second.articleId(), first.articleId());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Ledger.count("SELECT audience FROM edition WHERE newsletter = ?", newsletter) == 1);
        assertThat(editions("closed")).isEqualTo(1);
        assertThat(editions("OPEN")).isZero();
    }

    @Test
    void anArticleThatComesAMomentTooLateIsInTheNextEdition() {
        announceDaily();
        ArticlePublished inTime = publish("In time");
        makeDue();
        awaitClosed();

        // As if it had been published at the same moment: its slot is that of the edition that has closed.
        Ledger.execute(
                "UPDATE edition SET slot = ?::timestamptz WHERE newsletter = ?",
                nextSlot(inTime.publishedAt()).toString(),
                newsletter);
        ArticlePublished late = OtherServices.article("Late", false, inTime.publishedAt(), newsletter);
        handled(late);

        assertThat(articlesIn("closed")).containsExactly(inTime.articleId());
        assertThat(articlesIn("OPEN")).containsExactly(late.articleId());
        assertThat(Ledger.count(
                        "SELECT count(*) FROM edition WHERE newsletter = ? AND state = 'OPEN' AND slot > now()",
                        newsletter))
                .isEqualTo(1);
    }

    @Test
    void whatWasReadAndWentOutDoesNotGoOutAgain() {
        announceDaily();
        ArticlePublished article = publish("Once");
        makeDue();
        awaitClosed();

        handled(article);
        handled(OtherServices.updated(article));

        assertThat(articlesIn("closed")).containsExactly(article.articleId());
        assertThat(editions("OPEN")).isZero();
    }

    @Test
    void afterATimeInWhichNothingClosedThereIsOneEditionAndNotSeveral() {
        announceDaily();
        ArticlePublished yesterdays = publish("Yesterday's");
        Ledger.execute(
                "UPDATE edition SET held = true, slot = slot - interval '1 day' WHERE newsletter = ?", newsletter);
        ArticlePublished todays = publish("Today's");
        assertThat(editions("OPEN")).isEqualTo(2);

        Ledger.execute(
                "UPDATE edition SET held = false, slot = slot - interval '2 days' WHERE newsletter = ?", newsletter);

        awaitClosed();
        assertThat(editions("closed")).isEqualTo(1);
        assertThat(editions("OPEN")).isZero();
        assertThat(articlesIn("closed")).containsExactly(todays.articleId(), yesterdays.articleId());
    }

    @Test
    void aHeldEditionDoesNotClose() {
        String other = OtherServices.newSlug();
        announceDaily();
        publish("Held");
        Ledger.execute("UPDATE edition SET held = true WHERE newsletter = ?", newsletter);
        handled(OtherServices.daily(other, inTwelveHours, "UTC"));
        handled(OtherServices.article("Not held", false, other));

        makeDue();
        Ledger.execute("UPDATE edition SET slot = slot - interval '2 days' WHERE newsletter = ?", other);

        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        Ledger.count("SELECT count(*) FROM edition WHERE newsletter = ? AND state <> 'OPEN'", other)
                                == 1);
        assertThat(editions("OPEN")).isEqualTo(1);
        Ledger.execute("UPDATE edition SET held = false WHERE newsletter = ?", newsletter);
        awaitClosed();
    }

    @Test
    void editsAndRetractionsReachWhatIsOpenAndNothingElse() {
        announceDaily();
        ArticlePublished closed = publish("Closed as it was");
        makeDue();
        awaitClosed();
        ArticlePublished edited = publish("To be edited");
        ArticlePublished retracted = publish("To be retracted");

        handled(OtherServices.updated(closed));
        handled(OtherServices.updated(edited));
        handled(OtherServices.retracted(retracted));
        handled(OtherServices.retracted(closed));
        assertThat(articlesIn("OPEN")).containsExactly(edited.articleId());
        makeDue();
        await().atMost(Duration.ofSeconds(30)).until(() -> editions("OPEN") == 0);

        assertThat(headlineIn(closed)).isEqualTo("Closed as it was");
        assertThat(headlineIn(edited)).isEqualTo("To be edited, edited");
    }

    @Test
    void anEditionThatIsLeftWithoutArticlesIsNone() {
        announceDaily();
        ArticlePublished only = publish("Only one");

        handled(OtherServices.retracted(only));

        assertThat(editions("OPEN")).isZero();
    }

    @Test
    void aRetractedArticleThatIsPublishedAgainJoinsAgain() {
        announceDaily();
        ArticlePublished article = publish("Here again");
        makeDue();
        awaitClosed();

        handled(OtherServices.retracted(article));
        handled(OtherServices.again(article));

        assertThat(articlesIn("OPEN")).containsExactly(article.articleId());
    }

    @Test
    void anEditMayNameOtherNewsletters() {
        String other = OtherServices.newSlug();
        announceDaily();
        handled(OtherServices.daily(other, inTwelveHours, "UTC"));
        ArticlePublished article = publish("Moves");

        handled(OtherServices.updated(article, List.of(other)));

        assertThat(editions("OPEN")).isZero();
        assertThat(articles(other, "OPEN")).containsExactly(article.articleId());
    }

    @Test
    void whatHappenedEarlierChangesNothingWhenItIsReadLate() {
        announceDaily();
        ArticlePublished edited = publish("Edited");
        ArticlePublished retracted = publish("Retracted");
        handled(OtherServices.updated(edited));
        handled(OtherServices.retracted(retracted));
        Instant earlier = Instant.now().minusSeconds(60);

        handled(edited, earlier);
        handled(retracted, earlier);
        handled(OtherServices.retracted(edited), earlier);

        assertThat(articlesIn("OPEN")).containsExactly(edited.articleId());
        assertThat(Ledger.string("SELECT headline FROM article WHERE id = ?", edited.articleId()))
                .isEqualTo("Edited, edited");
    }

    @Test
    void anArticleWhoseSlotIsLongPastJoinsNothing() {
        announceDaily();
        ArticlePublished old =
                OtherServices.article("Old news", false, Instant.now().minus(Duration.ofDays(3)), newsletter);

        handled(old);

        assertThat(editions("OPEN") + editions("closed")).isZero();
        assertThat(Ledger.count("SELECT count(*) FROM article WHERE id = ?", old.articleId()))
                .isEqualTo(1);
    }

    @Test
    void articlesOfANewsletterThatIsNotKnownYetWaitForIt() {
        ArticlePublished first = publish("Early");
        ArticlePublished retracted = publish("Early and gone");
        handled(OtherServices.retracted(retracted));
        assertThat(editions("OPEN")).isZero();

        announceDaily();

        assertThat(articlesIn("OPEN")).containsExactly(first.articleId());
        assertThat(Ledger.count("SELECT count(*) FROM unplaced_article WHERE newsletter = ?", newsletter))
                .isZero();
    }

    @Test
    void anImmediateNewsletterMakesAnEditionOfEachArticle() {
        handled(OtherServices.immediate(newsletter));
        ArticlePublished first = publish("First");
        ArticlePublished second = publish("Second");

        handled(first);
        handled(OtherServices.updated(first));

        assertThat(editions("closed")).isEqualTo(2);
        assertThat(articlesIn("closed")).containsExactlyInAnyOrder(first.articleId(), second.articleId());
        assertThat(headlineIn(first)).isEqualTo("First");
    }

    @Test
    void anotherSendTimeMovesTheOpenEdition() {
        announceDaily();
        ArticlePublished article = publish("Moved");
        LocalTime later = inTwelveHours.plusHours(1);

        handled(OtherServices.newsletter(newsletter, NewsletterChanged.Cadence.DAILY, later, null, "UTC", false));

        assertThat(articlesIn("OPEN")).containsExactly(article.articleId());
        assertThat(Ledger.string(
                        "SELECT to_char(slot AT TIME ZONE 'UTC', 'HH24:MI') FROM edition WHERE newsletter = ?",
                        newsletter))
                .isEqualTo(later.toString());
    }

    @Test
    void aNewsletterThatBecomesWeeklyClosesOnItsDay() {
        announceDaily();
        ArticlePublished article = publish("Weekly now");

        handled(OtherServices.newsletter(
                newsletter, NewsletterChanged.Cadence.WEEKLY, inTwelveHours, DayOfWeek.THURSDAY, "UTC", false));

        assertThat(articlesIn("OPEN")).containsExactly(article.articleId());
        assertThat(Ledger.string(
                        "SELECT to_char(slot AT TIME ZONE 'UTC', 'ID') FROM edition WHERE newsletter = ?", newsletter))
                .isEqualTo(Integer.toString(DayOfWeek.THURSDAY.getValue()));
    }

    @Test
    void aNewsletterThatBecomesImmediateClosesWhatIsOpen() {
        announceDaily();
        ArticlePublished article = publish("At once now");

        handled(OtherServices.immediate(newsletter));

        assertThat(articlesIn("closed")).containsExactly(article.articleId());
        assertThat(editions("OPEN")).isZero();
    }

    @Test
    void anArchivedNewsletterSendsNothing() {
        announceDaily();
        publish("Before");
        handled(OtherServices.newsletter(
                newsletter, NewsletterChanged.Cadence.DAILY, inTwelveHours, null, "UTC", true));
        publish("After");

        makeDue();

        await().atMost(Duration.ofSeconds(30)).until(() -> editions("OPEN") == 0);
        assertThat(editions("closed")).isZero();
    }

    private void announceDaily() {
        handled(OtherServices.daily(newsletter, inTwelveHours, "UTC"));
    }

    private ArticlePublished publish(String headline) {
        ArticlePublished article = OtherServices.article(headline, false, newsletter);
        handled(article);
        return article;
    }

    private void handled(Event event) {
        handled(event, Instant.now());
    }

    private void handled(Event event, Instant at) {
        UUID id = Ids.next();
        others.publish(event, id, at);
        Ledger.awaitHandled(id);
    }

    private Instant nextSlot(Instant after) {
        Instant slot =
                after.atZone(ZoneOffset.UTC).toLocalDate().atTime(inTwelveHours).toInstant(ZoneOffset.UTC);
        return slot.isAfter(after) ? slot : slot.plus(Duration.ofDays(1));
    }

    private void makeDue() {
        Ledger.execute(
                // There is one edition for a slot, and an earlier one may have been made due the same way.
                "UPDATE edition SET slot = slot - interval '2 days' - random() * interval '1 hour'"
                        + " WHERE newsletter = ? AND state = 'OPEN'",
                newsletter);
    }

    private void awaitClosed() {
        await().atMost(Duration.ofSeconds(30)).until(() -> editions("closed") > 0);
    }

    private long editions(String state) {
        return Ledger.count(
                "SELECT count(*) FROM edition WHERE newsletter = ? AND (state = 'OPEN') = (? = 'OPEN')",
                newsletter,
                state);
    }

    private List<UUID> articlesIn(String state) {
        return articles(newsletter, state);
    }

    /** In the order of their places. */
    private static List<UUID> articles(String newsletter, String state) {
        String ids = Ledger.string(
                "SELECT coalesce(string_agg(article_id::text, ',' ORDER BY position), '') FROM edition_article"
                        + " JOIN edition ON edition.id = edition_id WHERE newsletter = ? AND (state = 'OPEN') = (? = 'OPEN')",
                newsletter,
                state);
        return ids.isEmpty()
                ? List.of()
                : List.of(ids.split(",")).stream().map(UUID::fromString).toList();
    }

    private static String headlineIn(ArticlePublished article) {
        return Ledger.string(
                "SELECT content::jsonb ->> 'headline' FROM edition_article WHERE article_id = ?", article.articleId());
    }
}
