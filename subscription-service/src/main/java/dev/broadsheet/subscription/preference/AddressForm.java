package dev.broadsheet.subscription.preference;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An address that somebody typed, nothing of it checked. */
@Schema(name = "Address")
public record AddressForm(
        @Schema(examples = "\"reader@example.org\"") String email) {

    /** Without the address, which must not reach a log by way of a message. */
    @Override
    public String toString() {
        return "AddressForm[withheld]";
    }
}
