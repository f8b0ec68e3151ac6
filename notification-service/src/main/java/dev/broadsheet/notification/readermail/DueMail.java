package dev.broadsheet.notification.readermail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A mail that a sender has claimed.
 *
 * @param newsletters slugs; empty for a mail that names none
 */
record DueMail(
        UUID id,
        Kind kind,
        int attempts,
        String email,
        String locale,
        String token,
        List<String> newsletters,
        Instant expiresAt) {

    /** The same however often the mail is sent, so that a repetition can be told from a second mail. */
    String messageId(String domain) {
        return "<" + id + "." + kind.inMessageId() + "@" + domain + ">";
    }

    /** Neither the address nor the token. */
    @Override
    public String toString() {
        return "DueMail[" + id + ", " + kind + "]";
    }
}
