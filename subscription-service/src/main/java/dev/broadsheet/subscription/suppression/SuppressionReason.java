package dev.broadsheet.subscription.suppression;

/** Why an address gets no mail. */
public enum SuppressionReason {
    /** It does not take mail: one hard bounce, or three soft ones in 14 days. */
    BOUNCED,
    /** Its owner reported mail as spam. */
    COMPLAINED,
    /** Its owner was erased, and wanted never to hear from here again. */
    ERASED,
    /** An operator put it on the list. */
    OPERATOR
}
