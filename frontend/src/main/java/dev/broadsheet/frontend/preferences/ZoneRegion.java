package dev.broadsheet.frontend.preferences;

import dev.broadsheet.frontend.preferences.PreferencesPage.Choice;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Time zones of one part of the world, as a form offers them. */
record ZoneRegion(String name, List<Choice> zones) {

    /** The others are names of countries, offsets and what is kept for old programs. */
    private static final Set<String> REGIONS =
            Set.of("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");

    /** @param chosen is offered in any case; null while no zone is known */
    static List<ZoneRegion> all(String chosen) {
        Map<String, List<Choice>> byRegion = new TreeMap<>();
        for (String zone : ZoneId.getAvailableZoneIds()) {
            String region = region(zone);
            if (REGIONS.contains(region) || zone.equals(chosen)) {
                byRegion.computeIfAbsent(region, unseen -> new ArrayList<>())
                        .add(new Choice(zone, place(zone), zone.equals(chosen)));
            }
        }
        byRegion.values().forEach(zones -> zones.sort(Comparator.comparing(Choice::label)));
        return byRegion.entrySet().stream()
                .map(entry -> new ZoneRegion(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private static String region(String zone) {
        int slash = zone.indexOf('/');
        return slash < 0 ? "Other" : zone.substring(0, slash);
    }

    private static String place(String zone) {
        return zone.substring(zone.indexOf('/') + 1).replace('_', ' ').replace("/", ", ");
    }
}
