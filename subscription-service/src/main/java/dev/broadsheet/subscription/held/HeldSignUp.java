package dev.broadsheet.subscription.held;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A sign-up that waits for an operator's judgement, as operators see it.
 *
 * @param reason why it was not taken
 * @param address its first letter and its domain: enough to judge by, too little to write to
 * @param times how often it was asked for
 */
public record HeldSignUp(
        UUID id,
        String reason,
        String address,
        String domain,
        List<String> newsletters,
        Instant receivedAt,
        Instant heldAt,
        int times) {

    static String masked(String email) {
        return email.substring(0, 1) + "***" + email.substring(email.lastIndexOf('@'));
    }
}
