package dev.broadsheet.notification.readermail;

import java.util.Locale;

/** What a mail asks its reader, or tells. */
enum Kind {
    /** Confirm a sign-up. */
    CONFIRMATION,
    /** Open your preferences. */
    PREFERENCES_LINK,
    /** Confirm that mail moves away from this mailbox. */
    ADDRESS_CURRENT,
    /** Confirm that mail comes to this mailbox. */
    ADDRESS_WANTED,
    /** This is what you get from now on. */
    WELCOME,
    /** You have left. */
    GOODBYE;

    /** False for a mailbox that nobody has confirmed to be the reader's. */
    boolean goesToTheReadersOwnAddress() {
        return this != ADDRESS_WANTED;
    }

    String inMessageId() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
