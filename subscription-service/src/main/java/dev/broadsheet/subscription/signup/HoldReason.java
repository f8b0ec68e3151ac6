package dev.broadsheet.subscription.signup;

/** Why a sign-up waits for an operator. */
enum HoldReason {
    /** The form was filled in faster than people can. */
    TOO_QUICK,
    /** The address had all the confirmation mails that one gets in a day. */
    ADDRESS_LIMIT,
    /** More sign-ups came for the address's domain than are usual. */
    DOMAIN_LIMIT,
    /** It could not be worked off; the log tells why. */
    FAILED
}
