package dev.broadsheet.notification.editionmail;

import java.util.UUID;

/**
 * Who a mail goes to, and what in it is theirs alone.
 *
 * @param unsubscribeToken takes the reader out of the edition's newsletter; null for who is no reader, as with a test
 * @param preferencesToken opens the reader's preferences; null likewise
 */
public record Recipient(UUID subscriberId, String email, String unsubscribeToken, String preferencesToken) {

    /** Who looks at an edition before its readers do. There is nothing to unsubscribe from. */
    public static Recipient ofTest(UUID id, String email) {
        return new Recipient(id, email, null, null);
    }

    /** Neither the address nor the tokens. */
    @Override
    public String toString() {
        return "Recipient[" + subscriberId + "]";
    }
}
