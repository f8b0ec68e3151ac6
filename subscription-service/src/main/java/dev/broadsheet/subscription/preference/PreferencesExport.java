package dev.broadsheet.subscription.preference;

import dev.broadsheet.subscription.signup.SignUpRecord;
import dev.broadsheet.subscription.subscriber.SubscriptionRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All that this service holds of a reader. */
public record PreferencesExport(
        UUID subscriberId,
        String email,
        String state,
        String locale,
        String zone,
        LocalDate pausedUntil,
        Instant knownSince,
        List<SubscriptionRecord> subscriptions,
        List<SignUpRecord> signUps,
        List<AddressChangeRecord> addressChanges,
        List<Instant> mailThatCameBack,
        List<Instant> preferencesLinks,
        Instant exportedAt) {

    /** Without its parts, one of which is a mail address. */
    @Override
    public String toString() {
        return "PreferencesExport[withheld]";
    }
}
