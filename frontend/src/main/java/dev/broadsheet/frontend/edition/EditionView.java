package dev.broadsheet.frontend.edition;

import java.util.List;

/**
 * An edition as its page shows it.
 *
 * @param instant when it closed, for programs, ISO 8601
 * @param date the same for people
 */
record EditionView(String subject, String newsletter, String instant, String date, List<Story> stories) {

    /**
     * An article of it. Texts are empty where there is none.
     *
     * @param path on our own site; empty where there is no page to open
     */
    record Story(String headline, String summary, String path, String section, String byline, int readMinutes) {}
}
