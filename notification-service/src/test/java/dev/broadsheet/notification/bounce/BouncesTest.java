package dev.broadsheet.notification.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contracts.EventJson;
import dev.broadsheet.contracts.delivery.MailBounced;
import dev.broadsheet.notification.bounce.Report.What;
import dev.broadsheet.outbox.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BouncesTest {

    @Inject
    Bounces bounces;

    @Inject
    BounceHousekeeping housekeeping;

    @Inject
    Session session;

    private final UUID reader = Ids.next();
    private final UUID edition = Ids.next();

    @BeforeEach
    void haveAReader() {
        execute("INSERT INTO reader (subscriber_id, email, locale, preferences_token, changed_at) VALUES ('" + reader
                + "', 'reader-" + reader + "@example.com', 'en', 'token', now())");
    }

    @Test
    void aMailboxThatIsNotThereWhenAMailIsHandedOverIsPublishedOnce() {
        refuse(reader, "5.1.1");
        refuse(reader, "5.1.1");

        assertThat(published()).singleElement().satisfies(bounced -> {
            assertThat(bounced.kind()).isEqualTo(MailBounced.Kind.HARD);
            assertThat(bounced.status()).isEqualTo("5.1.1");
            assertThat(bounced.editionId()).isEqualTo(edition);
        });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"5.7.1", "5.2.2", "5.0.0", "4.2.1", "nonsense"})
    void aRefusalThatSaysNothingOfTheMailboxIsNotPublished(String status) {
        refuse(reader, status);

        assertThat(published()).isEmpty();
    }

    @Test
    void aRefusalThatIsRolledBackIsNone() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    bounces.refusedByRelay(reader, edition, edition, "5.1.1");
                    throw new IllegalStateException("afterwards");
                }))
                .hasMessageContaining("afterwards");

        assertThat(published()).isEmpty();
        refuse(reader, "5.1.1");
        assertThat(published()).hasSize(1);
    }

    @Test
    void ofSomebodyWhoIsNowhereHereNothingIsPublishedOrKept() {
        UUID stranger = Ids.next();
        refuse(stranger, "5.1.1");

        assertThat(bounces.record(report(stranger, Instant.now()))).isFalse();
        assertThat(rows(stranger)).isZero();
    }

    @Test
    void aReportFromTheFutureHappenedNow() {
        Instant before = Instant.now();
        bounces.record(report(reader, Instant.now().plus(Duration.ofDays(9))));

        assertThat(published())
                .singleElement()
                .satisfies(bounced -> assertThat(bounced.bouncedAt()).isBetween(before, Instant.now()));
    }

    @Test
    void whoIsForgottenLeavesNothingNotEvenWhatWasNotPublishedYet() {
        bounces.record(report(reader, Instant.now()));

        QuarkusTransaction.requiringNew().run(() -> bounces.forget(reader));

        assertThat(rows(reader)).isZero();
        assertThat(published()).isEmpty();
    }

    @Test
    void whatNobodyRepeatsAnyMoreIsForgotten() {
        bounces.record(report(reader, Instant.now()));
        housekeeping.forgetOld();
        assertThat(rows(reader)).isEqualTo(1);
        execute("UPDATE mail_report SET recorded_at = now() - interval '31 days' WHERE subscriber_id = '" + reader
                + "'");

        housekeeping.forgetOld();

        assertThat(rows(reader)).isZero();
    }

    private void refuse(UUID subscriber, String status) {
        QuarkusTransaction.requiringNew().run(() -> bounces.refusedByRelay(subscriber, edition, edition, status));
    }

    private Report report(UUID subscriber, Instant at) {
        return new Report(subscriber, edition, What.SOFT, "5.2.2", at);
    }

    private List<MailBounced> published() {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery(
                                "SELECT data FROM outbox_event WHERE record_key = :key", String.class)
                        .setParameter("key", reader.toString())
                        .getResultList())
                .stream()
                .map(data -> EventJson.decode(MailBounced.class, data.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private long rows(UUID subscriber) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery(
                                "SELECT count(*) FROM mail_report WHERE subscriber_id = :subscriber", Long.class)
                        .setParameter("subscriber", subscriber)
                        .getSingleResult());
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(sql).executeUpdate());
    }
}
