package dev.broadsheet.notification.mime;

/** No mail can be written to this address, however often it is tried. */
public class UnwritableAddressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Without the address, which must not reach a log by way of a message. */
    UnwritableAddressException() {
        super("An address that no header and no SMTP command may hold");
    }
}
