package dev.broadsheet.subscription.flood;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** What tells readers from programs, and bounds what programs can do. */
@ConfigMapping(prefix = "broadsheet.flood")
interface FloodConfig {

    /** A form that comes back sooner than this after it was shown was not filled in by a person. */
    @WithDefault("2s")
    Duration minimumFillTime();

    DomainConfig domain();

    ProofConfig proofOfWork();

    /** Sign-ups with addresses of one mail domain, for each replica. */
    interface DomainConfig {

        /** So many at once; 0 for no limit. */
        @WithDefault("500")
        int capacity();

        /** In which time a full burst is allowed again. */
        @WithDefault("10m")
        Duration per();

        /** Where many people have their mail: a hundred times the capacity. */
        @WithDefault(
                "gmail.com,googlemail.com,outlook.com,hotmail.com,live.com,msn.com,yahoo.com,ymail.com,aol.com,"
                        + "icloud.com,me.com,mac.com,proton.me,protonmail.com,gmx.de,gmx.net,gmx.com,web.de,t-online.de,mail.com,"
                        + "comcast.net,verizon.net,att.net,sbcglobal.net,orange.fr,free.fr,libero.it,yandex.ru,mail.ru,qq.com,163.com")
        Set<String> large();
    }

    /** A sum that each sign-up has to bring, in ALTCHA's protocol. */
    interface ProofConfig {

        @WithDefault("false")
        boolean required();

        /** The largest number that may be looked for. 50,000 takes a phone about a second. */
        @WithDefault("50000")
        long maximum();

        /** How long a challenge may be answered. */
        @WithDefault("20m")
        Duration lifetime();
    }
}
