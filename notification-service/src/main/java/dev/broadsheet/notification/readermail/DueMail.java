package dev.broadsheet.notification.readermail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A mail that a sender has claimed.
 *
 * @param token what the mail's link opens; null if it has none
 * @param unsubscribeToken takes the reader out of the one newsletter that the mail is about; null if it is about none
 * @param newsletters slugs; empty for a mail that names none
 */
record DueMail(
        UUID id,
        Kind kind,
        UUID subscriberId,
        int attempts,
        String email,
        String locale,
        String token,
        String unsubscribeToken,
        List<String> newsletters,
        Instant expiresAt) {

    /** The same however often the mail is sent, so that a repetition can be told from a second mail. */
    String messageId(String domain) {
        return "<" + id + "." + kind.inMessageId() + "@" + domain + ">";
    }

    /** Neither the address nor the tokens. */
    @Override
    public String toString() {
        return "DueMail[" + id + ", " + kind + "]";
    }
}
