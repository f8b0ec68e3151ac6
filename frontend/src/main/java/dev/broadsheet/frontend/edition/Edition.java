package dev.broadsheet.frontend.edition;

import java.time.Instant;
import java.util.List;

/** A past edition as the API gives it. */
record Edition(Newsletter newsletter, String subject, Instant closedAt, List<Item> items) {

    Edition {
        items = items == null ? List.of() : List.copyOf(items);
    }

    record Newsletter(String slug, String name) {}

    /**
     * @param summary null where there is none
     * @param url absolute
     * @param section null where there is none
     * @param byline null where nobody is named
     */
    record Item(String headline, String summary, String url, String section, String byline, int readMinutes) {}
}
