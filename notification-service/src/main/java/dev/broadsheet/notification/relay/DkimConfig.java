package dev.broadsheet.notification.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The keys with which mails are signed (DKIM, RFC 6376), by a name for each that only the configuration knows. */
@ConfigMapping(prefix = "broadsheet.dkim")
public interface DkimConfig {

    @WithParentName
    Map<String, Key> keys();

    /** One key. */
    interface Key {

        /** Mails whose From is of this very domain are signed. */
        String domain();

        /** The public key stands in the DNS at {@code <selector>._domainkey.<domain>}. */
        String selector();

        /** The private RSA key as PEM, or the path of a file with that. */
        String privateKey();
    }
}
