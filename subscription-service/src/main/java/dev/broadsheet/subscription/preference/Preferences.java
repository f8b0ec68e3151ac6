package dev.broadsheet.subscription.preference;

import dev.broadsheet.contracts.subscription.SubscriptionCancelled.Reason;
import dev.broadsheet.subscription.erasure.Erasures;
import dev.broadsheet.subscription.membership.Memberships;
import dev.broadsheet.subscription.newsletter.NewsletterView;
import dev.broadsheet.subscription.newsletter.Newsletters;
import dev.broadsheet.subscription.preference.PreferencesRules.Wanted;
import dev.broadsheet.subscription.preference.PreferencesView.Choice;
import dev.broadsheet.subscription.signup.SignUps;
import dev.broadsheet.subscription.subscriber.Reader;
import dev.broadsheet.subscription.subscriber.Subscribers;
import dev.broadsheet.subscription.subscriber.Subscriptions;
import dev.broadsheet.subscription.token.PreferencesToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What readers see and decide of themselves, with a link from their mailbox. */
@ApplicationScoped
class Preferences {

    private final PreferenceLock lock;
    private final PreferencesRules rules;
    private final Subscribers subscribers;
    private final Subscriptions subscriptions;
    private final SignUps signUps;
    private final Newsletters newsletters;
    private final Memberships memberships;
    private final PreferenceTraces traces;
    private final Erasures erasures;
    private final Clock clock;

    Preferences(
            PreferenceLock lock,
            PreferencesRules rules,
            Subscribers subscribers,
            Subscriptions subscriptions,
            SignUps signUps,
            Newsletters newsletters,
            Memberships memberships,
            PreferenceTraces traces,
            Erasures erasures,
            Clock clock) {
        this.lock = lock;
        this.rules = rules;
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.signUps = signUps;
        this.newsletters = newsletters;
        this.memberships = memberships;
        this.traces = traces;
        this.erasures = erasures;
        this.clock = clock;
    }

    @Transactional
    PreferencesView see(PreferencesToken token) {
        return view(lock.reader(token), token.isFresh());
    }

    /** A newsletter that is added here needs no other mail: whoever has the link has the mailbox. */
    @Transactional
    PreferencesView change(PreferencesToken token, PreferencesForm form) {
        Reader reader = lock.reader(token);
        Set<String> had = subscriptions.confirmedBy(reader.id());
        Wanted wanted = rules.check(form, had);
        Instant now = now();
        Reader changed = subscribers.prefer(reader.id(), wanted.locale(), wanted.zone(), wanted.pausedUntil(), now);
        memberships.leave(reader.id(), without(had, wanted.newsletters()), Reason.PREFERENCES, now);
        memberships.enter(changed, without(wanted.newsletters(), had), now);
        if (!sameWishes(reader, changed)) {
            memberships.announce(changed, now);
        }
        return view(changed, token.isFresh());
    }

    @Transactional
    PreferencesExport export(PreferencesToken token) {
        Reader reader = lock.readerWithFreshLink(token);
        return new PreferencesExport(
                reader.id(),
                reader.email(),
                reader.state().name(),
                reader.locale(),
                reader.zone(),
                reader.pausedUntil(),
                subscribers.knownSince(reader.id()),
                subscriptions.recordsOf(reader.id()),
                signUps.recordsOf(reader.id()),
                traces.addressChangesOf(reader.id()),
                traces.softBouncesOf(reader.id()),
                traces.linksOf(reader.id()),
                now());
    }

    @Transactional
    void erase(PreferencesToken token, boolean forEver) {
        erasures.erase(lock.readerWithFreshLink(token), forEver, now());
    }

    private PreferencesView view(Reader reader, boolean fresh) {
        Set<String> confirmed = subscriptions.confirmedBy(reader.id());
        List<Choice> choices = newsletters.all().stream()
                .map(newsletter -> choice(newsletter, confirmed))
                .toList();
        return new PreferencesView(
                reader.email(), reader.locale(), reader.zone(), reader.pausedUntil(), fresh, choices);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Choice choice(NewsletterView newsletter, Set<String> confirmed) {
        return new Choice(
                newsletter.slug(), newsletter.name(), newsletter.tagline(), confirmed.contains(newsletter.slug()));
    }

    private static List<String> without(Collection<String> some, Collection<String> others) {
        return some.stream().filter(each -> !others.contains(each)).toList();
    }

    private static boolean sameWishes(Reader one, Reader other) {
        return one.locale().equals(other.locale())
                && Objects.equals(one.zone(), other.zone())
                && Objects.equals(one.pausedUntil(), other.pausedUntil());
    }
}
