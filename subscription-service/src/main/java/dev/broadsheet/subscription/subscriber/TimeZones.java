package dev.broadsheet.subscription.subscriber;

import java.time.ZoneId;
import java.util.Set;

/** The IANA time zones that a reader may have. */
public final class TimeZones {

    private static final Set<String> ALL = Set.copyOf(ZoneId.getAvailableZoneIds());

    private TimeZones() {}

    public static boolean contains(String name) {
        return ALL.contains(name);
    }
}
