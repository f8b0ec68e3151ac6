package dev.broadsheet.subscription.incoming;

/** What was asked for at the door. */
public enum IncomingKind {
    SIGN_UP,
    PREFERENCES_LINK
}
