package dev.broadsheet.subscription.signup;

import dev.broadsheet.contracts.subscription.SubscriptionCreated;
import dev.broadsheet.contracts.subscription.SubscriptionCreated.Confirmation;
import dev.broadsheet.contracts.subscription.SubscriptionCreated.Source;
import dev.broadsheet.outbox.Ids;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.token.ConfirmationToken;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One request for newsletters that the reader had not confirmed, and what became of it. */
@Entity
class SignUp {

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
    private Instant expiresAt;
    private Instant confirmedAt;

    protected SignUp() {}

    SignUp(UUID subscriberId, List<String> newsletters, SignUpOrigin origin, Instant requestedAt, Instant expiresAt) {
        this.id = Ids.next();
        this.subscriberId = subscriberId;
        this.newsletters = List.copyOf(newsletters);
        this.withdrawn = List.of();
        this.sourceForm = origin.form();
        this.sourcePage = origin.page();
        this.requestedAt = requestedAt;
        this.expiresAt = expiresAt;
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

    ConfirmedSignUp confirm(Instant now) {
        boolean repeated = confirmedAt != null;
        if (!repeated) {
            confirmedAt = now;
        }
        List<String> covered = newsletters.stream()
                .filter(newsletter -> !withdrawn.contains(newsletter))
                .toList();
        return new ConfirmedSignUp(covered, repeated);
    }

    void withdraw(List<String> left) {
        List<String> more = new ArrayList<>(withdrawn);
        left.stream()
                .filter(newsletter -> newsletters.contains(newsletter) && !more.contains(newsletter))
                .forEach(more::add);
        withdrawn = more;
    }
}
