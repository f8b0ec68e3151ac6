package dev.broadsheet.notification.mailbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mailbox in which mail to the return paths' domain ends up. */
@ConfigMapping(prefix = "broadsheet.mailbox")
interface MailboxConfig {

    /** The IMAP server; without it no mailbox is read. */
    Optional<String> host();

    @WithDefault("993")
    int port();

    Optional<String> user();

    Optional<String> password();

    /** How the connection is encrypted. The server's certificate is always checked. */
    @WithDefault("implicit")
    Tls tls();

    /** Where the mail arrives. */
    @WithDefault("INBOX")
    String folder();

    /** Where mails go that were understood. */
    @WithDefault("Broadsheet-Handled")
    String handledFolder();

    /** Delete those instead. */
    @WithDefault("false")
    boolean deleteHandled();

    /** Where mails go that were not understood, for somebody to look at. */
    @WithDefault("Broadsheet-Unclear")
    String unclearFolder();

    /** How long to wait before looking again. Each look is a login. */
    @WithDefault("15s")
    Duration interval();

    /** How long the server may take for one answer. */
    @WithDefault("20s")
    Duration timeout();

    enum Tls {
        /** From the first octet, mostly on port 993. */
        IMPLICIT,
        /** By STARTTLS, or not at all: there is no falling back. Mostly on port 143. */
        STARTTLS,
        /** For one's own machine. */
        NONE
    }
}
