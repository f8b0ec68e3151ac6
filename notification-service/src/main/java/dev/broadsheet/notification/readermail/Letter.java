package dev.broadsheet.notification.readermail;

import java.util.List;

/**
 * All the words of one mail, in the reader's language.
 *
 * @param language a BCP 47 tag, of the words and not of the reader
 * @param newsletters a line for each; empty for a mail that names none
 * @param newest something to read; null if there is nothing
 * @param step what the reader may do
 * @param otherStep what else; null if there is nothing
 */
record Letter(
        String language,
        String subject,
        String opening,
        List<String> newsletters,
        Newest newest,
        Step step,
        Step otherStep,
        String closing) {

    /** Not the links: there are tokens in them. */
    @Override
    public String toString() {
        return "Letter[" + language + ", " + subject + "]";
    }

    /**
     * A link.
     *
     * @param ask introduces it where there is no button
     */
    record Step(String ask, String button, String link) {

        @Override
        public String toString() {
            return "Step[" + button + "]";
        }
    }

    /** Editions that the reader has missed. */
    record Newest(String heading, List<Reading> editions) {}

    record Reading(String headline, String link) {}
}
