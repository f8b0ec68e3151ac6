package dev.broadsheet.notification.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The SMTP relays that take the mail from here, by name. */
@ConfigMapping(prefix = "broadsheet.relays")
public interface RelaysConfig {

    /** At least one. The names stand in metrics and log lines. */
    @WithParentName
    Map<String, Relay> relays();

    /** One relay. */
    interface Relay {

        /** Name or address. Connections take turns among the addresses that the name has. */
        String host();

        @WithDefault("25")
        int port();

        /** Share of the mails, among the relays that are up and have a connection free. 0 keeps it out. */
        @WithDefault("1")
        int weight();

        /** Connections at one moment, and so mails. One of several is kept for mails that are no edition. */
        @WithDefault("16")
        int maxConnections();

        /** Mails in a second; without, there is no limit. */
        OptionalInt perSecond();

        @WithDefault("OPTIONAL")
        StartTls startTls();

        /** Takes any certificate under REQUIRED too. For tests. */
        @WithDefault("false")
        boolean trustAll();

        /** A file of PEM certificates that are trusted instead of the JVM's. */
        Optional<Path> trustCertificates();

        /** Without it nobody logs in. A password goes out in clear only if start-tls is DISABLED. */
        Optional<String> username();

        Optional<String> password();
    }

    /** Whether the connection is encrypted. */
    enum StartTls {
        DISABLED,
        /** Where the relay offers it. Any certificate will do then, as none would. */
        OPTIONAL,
        /** Or nothing is handed over. The certificate has to be trusted and to name the host. */
        REQUIRED
    }
}
