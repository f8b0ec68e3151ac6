package dev.broadsheet.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The addresses that mail comes back to. */
@ConfigMapping(prefix = "broadsheet.mail")
interface ReturnPathConfig {

    /**
     * Signs them, so that nobody can report a mail for another. Base64 of at least 32 bytes. Optional here, so that what is
     * missing is named in words of our own.
     */
    Optional<String> returnPathSecret();

    /** What signed before the last rotation: mail that went out then still comes back. Never signs. */
    Optional<String> returnPathPreviousSecret();

    /** The right side. All mail to it has to end up in one mailbox. */
    @WithDefault("${broadsheet.mail.message-id-domain}")
    String returnPathDomain();
}
