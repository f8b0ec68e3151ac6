package dev.broadsheet.notification.readermail;

import java.util.List;

/**
 * All the words of one mail, in the reader's language.
 *
 * @param language a BCP 47 tag, of the words and not of the reader
 * @param newsletters names; empty for a mail that names none
 * @param ask introduces the link where there is no button
 * @param until how long the link works
 */
record Letter(
        String language,
        String subject,
        String opening,
        List<String> newsletters,
        String ask,
        String button,
        String link,
        String until,
        String closing) {

    /** Not the link: there is a token in it. */
    @Override
    public String toString() {
        return "Letter[" + language + ", " + subject + "]";
    }
}
