package dev.broadsheet.notification.relay;

/**
 * A mail as a relay takes it.
 *
 * @param returnPath where it comes back to, if it does (RFC 5321, MAIL FROM)
 * @param recipient the one mailbox that it goes to (RCPT TO)
 * @param content header and body as RFC 5322 has them: 7-bit, lines end with CRLF, dots are not doubled
 */
public record Message(String returnPath, String recipient, byte[] content) {

    /** Holds no address: it may be logged. */
    @Override
    public String toString() {
        return "Message[" + content.length + " bytes]";
    }
}
