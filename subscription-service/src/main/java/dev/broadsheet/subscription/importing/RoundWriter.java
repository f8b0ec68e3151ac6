package dev.broadsheet.subscription.importing;

import dev.broadsheet.contracts.subscription.SubscriptionConfirmed;
import dev.broadsheet.contracts.subscription.SubscriptionConfirmed.ConfirmedNewsletter;
import dev.broadsheet.outbox.Ids;
import dev.broadsheet.outbox.Outbox;
import dev.broadsheet.subscription.suppression.Suppressions;
import dev.broadsheet.subscription.token.PreferencesToken;
import dev.broadsheet.subscription.token.Tokens;
import dev.broadsheet.subscription.token.UnsubscribeToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Imports rows of which no two have the same address, with the events that tell of it. */
@ApplicationScoped
class RoundWriter {

    private final ReaderStore readers;
    private final Suppressions suppressions;
    private final Tokens tokens;
    private final Outbox outbox;

    RoundWriter(ReaderStore readers, Suppressions suppressions, Tokens tokens, Outbox outbox) {
        this.readers = readers;
        this.suppressions = suppressions;
        this.tokens = tokens;
        this.outbox = outbox;
    }

    /** What each row did, in the current transaction. */
    List<Outcome> write(Connection connection, List<ImportRow> round, Instant now) throws SQLException {
        List<ImportRow> rows =
                round.stream().sorted(Comparator.comparing(ImportRow::key)).toList();
        List<String> keys = rows.stream().map(ImportRow::key).toList();
        Map<String, KnownReader> known = readers.lock(connection, keys);
        Set<UUID> made = makeTheUnknown(connection, rows, known, now);
        // Asked for when the readers are locked: whoever was suppressed or erased in between is found.
        Set<String> suppressed = suppressions.among(keys);
        forgetTheSuppressed(connection, known, made, suppressed);

        List<Outcome> outcomes = new ArrayList<>();
        List<AddedSubscription> added = new ArrayList<>();
        Set<UUID> proven = new HashSet<>();
        List<SubscriptionConfirmed> events = new ArrayList<>();
        for (ImportRow row : rows) {
            KnownReader reader = known.get(row.key());
            Decision decision = decide(row, reader, made, suppressed);
            outcomes.add(decision.outcome());
            decision.newsletters()
                    .forEach(newsletter -> added.add(new AddedSubscription(reader.id(), newsletter, row)));
            if (row.status() == RowStatus.CONFIRMED && !decision.newsletters().isEmpty()) {
                events.add(eventOf(reader, decision.newsletters(), now));
                if (reader.state().equals("UNCONFIRMED")) {
                    proven.add(reader.id());
                }
            }
        }
        if (!added.isEmpty()) {
            readers.add(connection, added, now);
        }
        if (!proven.isEmpty()) {
            readers.activate(connection, proven, now);
        }
        outbox.append(events);
        return outcomes;
    }

    /** Afterwards everybody is known. Returns those who were made here. */
    private Set<UUID> makeTheUnknown(
            Connection connection, List<ImportRow> rows, Map<String, KnownReader> known, Instant now)
            throws SQLException {
        Map<String, NewReader> unknown = new HashMap<>();
        List<NewReader> toMake = new ArrayList<>();
        for (ImportRow row : rows) {
            if (!known.containsKey(row.key())) {
                NewReader reader = new NewReader(Ids.next(), row);
                unknown.put(row.key(), reader);
                toMake.add(reader);
            }
        }
        if (toMake.isEmpty()) {
            return Set.of();
        }
        Set<UUID> made = readers.insert(connection, toMake, now);
        unknown.values().removeIf(reader -> {
            boolean isMade = made.contains(reader.id());
            if (isMade) {
                known.put(reader.row().key(), reader.made());
            }
            return isMade;
        });
        if (!unknown.isEmpty()) {
            known.putAll(readers.lock(connection, unknown.keySet()));
        }
        return made;
    }

    private void forgetTheSuppressed(
            Connection connection, Map<String, KnownReader> known, Set<UUID> made, Set<String> suppressed)
            throws SQLException {
        List<UUID> unwanted = suppressed.stream()
                .map(key -> known.get(key).id())
                .filter(made::contains)
                .toList();
        if (!unwanted.isEmpty()) {
            readers.delete(connection, unwanted);
        }
    }

    private static Decision decide(ImportRow row, KnownReader reader, Set<UUID> made, Set<String> suppressed) {
        if (suppressed.contains(row.key())) {
            return new Decision(Outcome.SKIPPED_SUPPRESSED, List.of());
        }
        return made.contains(reader.id())
                ? new Decision(Outcome.IMPORTED, row.newsletters())
                : Decision.of(row, reader);
    }

    /** Confirmed now, whenever the consent was given: from now on the reader is in the audience. */
    private SubscriptionConfirmed eventOf(KnownReader reader, List<String> newsletters, Instant now) {
        List<ConfirmedNewsletter> confirmed = newsletters.stream()
                .map(slug -> new ConfirmedNewsletter(slug, tokens.issue(new UnsubscribeToken(reader.id(), slug))))
                .toList();
        return new SubscriptionConfirmed(
                reader.id(),
                reader.email(),
                confirmed,
                tokens.issue(PreferencesToken.forGood(reader.id())),
                now,
                reader.locale(),
                reader.zone(),
                true);
    }
}
