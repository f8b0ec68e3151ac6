package dev.broadsheet.notification.relay;

import java.util.UUID;

/**
 * What a mail is part of. Lanes share the connections fairly; the mails that are no edition go first.
 *
 * @param edition the edition; null for mails that are none
 */
public record Lane(UUID edition) {

    /** Mails that somebody waits for, such as confirmations. */
    public static final Lane READER_MAIL = new Lane(null);
}
