package dev.broadsheet.notification.relay;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.OptionalInt;

/** How fast mail may leave this replica, over all relays. Mails that are no edition are counted and never stopped. */
@ConfigMapping(prefix = "broadsheet.mail-limits")
public interface MailLimitsConfig {

    /** Mails in a second; without, there is no limit. */
    OptionalInt perSecond();

    /** What holds for each recipient domain that has no entry of its own. */
    DomainLimit eachDomain();

    /** By recipient domain, in lower case. */
    Map<String, DomainLimit> domains();

    /** What one recipient domain may get. */
    interface DomainLimit {

        /** Mails in a second; without, there is no limit. */
        OptionalInt perSecond();

        /** Mails under way at one moment; without, there is no limit. */
        OptionalInt atOnce();
    }
}
