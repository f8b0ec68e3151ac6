package dev.broadsheet.subscription.signup;

import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import dev.broadsheet.contracts.subscription.SubscriptionCreated.Confirmation;
import dev.broadsheet.contracts.subscription.SubscriptionCreated.Source;
import dev.broadsheet.subscription.incoming.IncomingRequest;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.token.ConfirmationToken;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One request for newsletters that the reader had not confirmed, and what became of it. */
@Entity
class SignUp {

    private static final Duration TIME_TO_CONFIRM = Duration.ofDays(7);

    @Id
    private UUID id;

    private UUID subscriberId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> newsletters;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> withdrawn;

    private String sourceForm;
    private String sourcePage;
    private Instant requestedAt;
    private Instant mailDueAt;
    private Instant mailedAt;
    private Instant expiresAt;
    private Instant confirmedAt;

    protected SignUp() {}

    /** One whose mail is still to be ordered, not before {@code mailDueAt}. */
    SignUp(UUID subscriberId, List<String> newsletters, IncomingRequest request, Instant mailDueAt) {
        this.id = request.id();
        this.subscriberId = subscriberId;
        this.newsletters = List.copyOf(newsletters);
        this.withdrawn = List.of();
        this.sourceForm = request.form();
        this.sourcePage = request.page();
        this.requestedAt = request.receivedAt();
        this.mailDueAt = mailDueAt;
        this.expiresAt = expiry(mailDueAt);
    }

    /** The mail is being ordered. What the reader has to do with by now is no longer asked for. */
    void mail(List<String> stillUnconfirmed, Instant now) {
        newsletters = List.copyOf(stillUnconfirmed);
        mailedAt = now;
        expiresAt = expiry(now);
    }

    boolean isMailed() {
        return mailedAt != null;
    }

    Instant mailedAt() {
        return mailedAt;
    }

    UUID subscriberId() {
        return subscriberId;
    }

    ConfirmationToken confirmationToken() {
        return new ConfirmationToken(subscriberId, id, expiresAt);
    }

    SubscriptionCreated toEvent(Reader reader, String confirmationToken) {
        return new SubscriptionCreated(
                id,
                subscriberId,
                reader.email(),
                newsletters,
                reader.locale(),
                reader.zone(),
                new Source(sourcePage, sourceForm),
                new Confirmation(confirmationToken, expiresAt),
                requestedAt);
    }

    /** All that was asked for but what the reader left in between. */
    List<String> covered() {
        return newsletters.stream()
                .filter(newsletter -> !withdrawn.contains(newsletter))
                .toList();
    }

    /** Whether the reader has a mail for these that still works. */
    boolean offers(String newsletter, Instant now) {
        return isMailed()
                && confirmedAt == null
                && now.isBefore(expiresAt)
                && covered().contains(newsletter);
    }

    ConfirmedSignUp confirm(Instant now) {
        boolean repeated = confirmedAt != null;
        if (!repeated) {
            confirmedAt = now;
        }
        return new ConfirmedSignUp(covered(), repeated);
    }

    void add(List<String> more) {
        newsletters =
                Stream.concat(newsletters.stream(), more.stream()).distinct().toList();
        withdrawn = withdrawn.stream().filter(left -> !more.contains(left)).toList();
    }

    void withdraw(List<String> left) {
        List<String> more = new ArrayList<>(withdrawn);
        left.stream()
                .filter(newsletter -> newsletters.contains(newsletter) && !more.contains(newsletter))
                .forEach(more::add);
        withdrawn = more;
    }

    void withdrawAll() {
        withdraw(newsletters);
    }

    SignUpRecord toRecord() {
        return new SignUpRecord(newsletters, sourceForm, sourcePage, requestedAt, mailedAt, confirmedAt);
    }

    /** Whole seconds, as the token has no finer ones: the event and the token name the same instant. */
    private static Instant expiry(Instant mailed) {
        return mailed.truncatedTo(ChronoUnit.SECONDS).plus(TIME_TO_CONFIRM);
    }
}
