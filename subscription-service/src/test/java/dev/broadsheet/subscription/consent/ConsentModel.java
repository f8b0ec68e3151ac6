package dev.broadsheet.subscription.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What one address's owner has agreed to, in the simplest words: the service may mail that, and nothing else. */
final class ConsentModel {

    private static final Duration MAIL_LIFETIME = Duration.ofDays(7);

    private final Map<UUID, Mail> mails = new HashMap<>();
    private final Set<UUID> erased = new HashSet<>();
    private final List<Instant> softBounces = new ArrayList<>();
    private Set<String> agreed = new HashSet<>();
    private boolean silenced;
    private boolean neverAgain;

    /** A confirmation mail was ordered. */
    void mailed(UUID signUp, UUID reader, Set<String> newsletters, Instant at) {
        mails.computeIfAbsent(signUp, id -> new Mail(reader, new HashSet<>(newsletters), at.plus(MAIL_LIFETIME)));
    }

    void confirmed(UUID signUp, Instant now) {
        Mail mail = mails.get(signUp);
        if (mail != null && !mail.used && now.isBefore(mail.expiresAt) && !silenced && !erased.contains(mail.reader)) {
            mail.used = true;
            agreed.addAll(mail.newsletters);
        }
    }

    void left(UUID reader, String newsletter) {
        if (!erased.contains(reader)) {
            agreed.remove(newsletter);
            mails.values().stream().filter(mail -> !mail.used).forEach(mail -> mail.newsletters.remove(newsletter));
        }
    }

    void bouncedForGood(UUID reader) {
        if (!erased.contains(reader)) {
            silence();
        }
    }

    void bouncedForNow(UUID reader, Instant at) {
        if (erased.contains(reader)) {
            return;
        }
        softBounces.add(at);
        boolean third = softBounces.stream()
                .anyMatch(last -> softBounces.stream()
                                .filter(each -> !each.isAfter(last) && !each.isBefore(last.minus(Duration.ofDays(14))))
                                .count()
                        >= 3);
        if (third) {
            silence();
        }
    }

    void complained(UUID reader) {
        bouncedForGood(reader);
    }

    void erased(UUID reader, boolean never) {
        erased.add(reader);
        agreed = new HashSet<>();
        softBounces.clear();
        neverAgain |= never || silenced;
        silenced = false;
    }

    Set<String> agreed() {
        return agreed;
    }

    Set<UUID> erasedReaders() {
        return erased;
    }

    /** Whether a sign-up with this address leads to anything. */
    boolean mayBeAsked() {
        return !silenced && !neverAgain;
    }

    private void silence() {
        silenced = true;
        agreed = new HashSet<>();
        mails.values().forEach(mail -> mail.newsletters.clear());
    }

    private static final class Mail {
        private final UUID reader;
        private final Set<String> newsletters;
        private final Instant expiresAt;
        private boolean used;

        Mail(UUID reader, Set<String> newsletters, Instant expiresAt) {
            this.reader = reader;
            this.newsletters = newsletters;
            this.expiresAt = expiresAt;
        }
    }
}
