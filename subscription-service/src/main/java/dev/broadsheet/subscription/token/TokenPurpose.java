package dev.broadsheet.subscription.token;

/**
 * What a token is good for. It is the token's type (the {@code typ} header, as RFC 8725 section 3.11 advises), and a
 * token of another type is refused.
 */
enum TokenPurpose {
    CONFIRM("confirm+jwt"),
    UNSUBSCRIBE("unsubscribe+jwt"),
    PREFERENCES("preferences+jwt"),
    ADDRESS_CHANGE("address-change+jwt"),
    FORM("form+jwt");

    private final String type;

    TokenPurpose(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }
}
