package dev.broadsheet.subscription.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When an address may get another confirmation mail: the answer to somebody who types a stranger's address again and
 * again.
 *
 * @param kind what to do
 * @param at when a mail that has to wait may go; null for the others
 */
record MailTurn(Kind kind, Instant at) {

    static final Duration DAY = Duration.ofDays(1);

    enum Kind {
        /** A mail goes out now. */
        NOW,
        /** A mail goes out at a later time. */
        LATER,
        /** A mail that covers it went out a moment ago. */
        NONE,
        /** The address has had all the mails that it gets in a day. */
        HELD
    }

    /**
     * @param wanted what the reader asks for and has not confirmed
     * @param history the reader's sign-ups whose mail waits, or went out within the last 24 hours
     */
    static MailTurn of(List<String> wanted, List<SignUp> history, SignUpConfig config, Instant now) {
        List<Instant> mailed = history.stream()
                .filter(SignUp::isMailed)
                .map(SignUp::mailedAt)
                .filter(at -> at.isAfter(now.minus(DAY)))
                .toList();
        Optional<Instant> next =
                mailed.stream().max(Comparator.naturalOrder()).map(last -> last.plus(config.confirmationInterval()));
        boolean tooSoon = next.isPresent() && now.isBefore(next.get());
        if (tooSoon && wanted.stream().allMatch(newsletter -> isOffered(newsletter, history, now))) {
            return new MailTurn(Kind.NONE, null);
        }
        if (mailed.size() >= config.confirmationsADay()) {
            return new MailTurn(Kind.HELD, null);
        }
        return tooSoon ? new MailTurn(Kind.LATER, next.get()) : new MailTurn(Kind.NOW, null);
    }

    private static boolean isOffered(String newsletter, List<SignUp> history, Instant now) {
        return history.stream().anyMatch(signUp -> signUp.offers(newsletter, now));
    }
}
