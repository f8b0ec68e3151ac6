package dev.broadsheet.localstack.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;

/** GreenMail's protocols over our mailbox instead of its own store. */
final class MailServers extends GreenMail {

    MailServers(Mailbox mailbox, Clock clock, ServerSetup[] setups) {
        super(setups);
        // Servers take their managers when they start, which is after this.
        managers = new MailboxManagers(mailbox, clock);
        withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }
}
