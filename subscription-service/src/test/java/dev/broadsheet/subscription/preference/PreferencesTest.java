package dev.broadsheet.subscription.preference;

import static dev.broadsheet.subscription.testing.TestReader.asMyself;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.broadsheet.contracts.Topics;
import dev.broadsheet.contracts.subscription.SubscriberChanged;
import dev.broadsheet.contracts.subscription.SubscriptionCancelled.Reason;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.subscription.testing.PublishedEvents;
import dev.broadsheet.subscription.testing.ServiceTest;
import dev.broadsheet.subscription.testing.Stored;
import dev.broadsheet.subscription.testing.TestClock;
import dev.broadsheet.subscription.testing.TestReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PreferencesTest extends ServiceTest {

    private static final String PREFERENCES = "/api/v1/preferences";

    @Test
    void aLinkComesByMailToActiveReadersAlone() {
        TestReader active = newReader();
        active.signUpAndConfirm("markets");
        TestReader unconfirmed = newReader();
        unconfirmed.signUp("markets");
        TestReader stranger = newReader();

        Response toActive = active.requestPreferencesLink();
        Response toUnconfirmed = unconfirmed.requestPreferencesLink();
        Response toStranger = stranger.requestPreferencesLink();

        assertThat(toActive.statusCode()).isEqualTo(202);
        assertThat(List.of(toUnconfirmed, toStranger)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.asByteArray()).isEqualTo(toActive.asByteArray());
        });
        assertThat(active.preferencesLinks()).hasSize(1);
        assertThat(unconfirmed.preferencesLinks()).isEmpty();
        assertThat(stranger.preferencesLinks()).isEmpty();
    }

    @Test
    void aLinkIsMailedAtMostEveryQuarterOfAnHourAndFiveTimesADay() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");

        reader.requestPreferencesLink();
        reader.requestPreferencesLink();
        assertThat(reader.preferencesLinks()).hasSize(1);

        for (int i = 0; i < 8; i++) {
            reader.requestPreferencesToken();
        }
        assertThat(reader.preferencesLinks()).hasSize(5);
    }

    @Test
    void aReaderSeesTheWholeCatalogAndWhatOfItIsTheirs() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");

        asMyself(reader.requestPreferencesToken())
                .get(PREFERENCES)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("email", equalTo(reader.email()))
                .body("locale", equalTo("en"))
                .body("fresh", equalTo(true))
                .body("pausedUntil", nullValue())
                .body("newsletters.findAll { it.subscribed }.slug", equalTo(List.of("markets")))
                .body("newsletters.slug", hasItem("denver"));
    }

    @Test
    void newslettersAreAddedWithoutAnotherMailAndLeft() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets", "denver");
        int mails = reader.created().size();

        asMyself(reader.requestPreferencesToken())
                .body(preferences(List.of("denver", "world"), "en", null, null))
                .put(PREFERENCES)
                .then()
                .statusCode(200)
                .body("newsletters.findAll { it.subscribed }.slug", equalTo(List.of("denver", "world")));

        assertThat(reader.created()).hasSize(mails);
        assertThat(reader.confirmed())
                .last()
                .satisfies(confirmed -> assertThat(confirmed.newsletters())
                        .extracting(SubscriptionConfirmed.ConfirmedNewsletter::slug)
                        .containsExactly("world"));
        assertThat(reader.cancelled()).singleElement().satisfies(left -> {
            assertThat(left.newsletters()).containsExactly("markets");
            assertThat(left.reason()).isEqualTo(Reason.PREFERENCES);
        });
    }

    @Test
    void languageZoneAndPauseAreToldToWhoeverMails() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        LocalDate nextMonth =
                LocalDate.ofInstant(TestClock.now(), ZoneOffset.UTC).plusDays(30);

        String token = reader.requestPreferencesToken();
        asMyself(token)
                .body(preferences(List.of("markets"), "es", "Europe/Madrid", nextMonth.toString()))
                .put(PREFERENCES)
                .then()
                .statusCode(200)
                .body("pausedUntil", equalTo(nextMonth.toString()));

        assertThat(changesOf(reader)).singleElement().satisfies(changed -> {
            assertThat(changed.email()).isEqualTo(reader.email());
            assertThat(changed.locale()).isEqualTo("es");
            assertThat(changed.zone()).isEqualTo("Europe/Madrid");
            assertThat(changed.pausedUntil())
                    .isEqualTo(
                            nextMonth.atStartOfDay(ZoneId.of("Europe/Madrid")).toInstant());
        });
        assertThat(reader.confirmed()).hasSize(1);
    }

    @Test
    void whoJoinsANewsletterWhilePausedIsAnnouncedAsPausedAgain() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        String day = LocalDate.ofInstant(TestClock.now(), ZoneOffset.UTC)
                .plusDays(30)
                .toString();
        String token = reader.requestPreferencesToken();
        asMyself(token)
                .body(preferences(List.of(), "en", null, day))
                .put(PREFERENCES)
                .then()
                .statusCode(200);

        asMyself(token)
                .body(preferences(List.of("world"), "en", null, day))
                .put(PREFERENCES)
                .then()
                .statusCode(200);

        assertThat(changesOf(reader))
                .hasSize(2)
                .allSatisfy(changed -> assertThat(changed.pausedUntil()).isNotNull());
    }

    @Test
    void savingWhatIsThereAlreadyPublishesNothing() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        String token = reader.requestPreferencesToken();
        Stored before = database().stored();

        asMyself(token)
                .body(preferences(List.of("markets"), "en", null, null))
                .put(PREFERENCES)
                .then()
                .statusCode(200);

        assertThat(database().stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, en, , , newsletters[0], newsletter.unknown",
        "markets, fr, , , locale, locale.unknown",
        "markets, en, Mars/Olympus, , zone, zone.unknown",
        "markets, en, , soon, pausedUntil, pause.invalid",
        "markets, en, , 2099-01-01, pausedUntil, pause.long"
    })
    void whatIsWrongIsNamedAndNothingChanges(
            String newsletter, String locale, String zone, String pausedUntil, String field, String code) {
        TestReader reader = newReader();
        reader.signUpAndConfirm("denver");
        String token = reader.requestPreferencesToken();
        Stored before = database().stored();

        asMyself(token)
                .body(preferences(List.of(newsletter), locale, zone, pausedUntil))
                .put(PREFERENCES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));

        assertThat(database().stored()).isEqualTo(before);
    }

    @Test
    void theLinkOfANewslettersFooterOpensNothingThatCannotBeUndone() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        String footer = reader.confirmed().get(0).preferencesToken();

        asMyself(footer).get(PREFERENCES).then().statusCode(200).body("fresh", equalTo(false));
        asMyself(footer)
                .body(preferences(List.of(), "en", null, null))
                .put(PREFERENCES)
                .then()
                .statusCode(200);
        asMyself(footer).get(PREFERENCES + "/export").then().statusCode(403);
        asMyself(footer)
                .delete(PREFERENCES)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:broadsheet:problem:fresh-link-needed"));
        asMyself(footer)
                .body(Map.of("email", "other@example.org"))
                .post(PREFERENCES + "/address")
                .then()
                .statusCode(403);
    }

    @Test
    void aLinkExpiresAfterADayAndAForgeryOpensNothing() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        String token = reader.requestPreferencesToken();
        TestClock.forward(Duration.ofHours(25));

        asMyself(token).get(PREFERENCES).then().statusCode(410);
        asMyself(reader.unsubscribeToken("markets")).get(PREFERENCES).then().statusCode(400);
        asMyself(token.substring(0, token.length() - 3) + "abc")
                .get(PREFERENCES)
                .then()
                .statusCode(400);
        given().get(PREFERENCES).then().statusCode(400);
        given().header("Authorization", "Basic abc").get(PREFERENCES).then().statusCode(400);
    }

    @Test
    void theExportHoldsAllThatIsKnown() {
        TestReader reader = newReader();
        reader.signUpAndConfirm("markets");
        reader.unsubscribe(reader.unsubscribeToken("markets"));

        asMyself(reader.requestPreferencesToken())
                .get(PREFERENCES + "/export")
                .then()
                .statusCode(200)
                .body("email", equalTo(reader.email()))
                .body("state", equalTo("ACTIVE"))
                .body("subscriptions[0].newsletter", equalTo("markets"))
                .body("subscriptions[0].state", equalTo("CANCELLED"))
                .body("signUps[0].form", equalTo("api"))
                .body("signUps.size()", equalTo(1))
                .body("preferencesLinks.size()", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"'{}'", "'{\"email\":null}'", "'{\"email\":\"nobody\"}'"})
    void aLinkToAnAddressThatIsNoneIsRefused(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post(PREFERENCES + "/links")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("email.invalid"));
    }

    private List<SubscriberChanged> changesOf(TestReader reader) {
        PublishedEvents events = eventsOn(Topics.SUBSCRIPTIONS);
        return events.all(SubscriberChanged.class, event -> event.subscriberId().equals(reader.id()));
    }

    private static Map<String, Object> preferences(
            List<String> newsletters, String locale, String zone, String pausedUntil) {
        Map<String, Object> preferences = new HashMap<>();
        preferences.put("newsletters", newsletters);
        preferences.put("locale", locale);
        preferences.put("zone", zone);
        preferences.put("pausedUntil", pausedUntil);
        return preferences;
    }
}
