package dev.broadsheet.subscription.subscriber;

import java.util.List;

/** The languages that mails are written in, as BCP 47 tags. */
public final class Languages {

    /** Of a reader whose language is another, or unknown. */
    public static final String USUAL = "en";

    public static final List<String> ALL = List.of(USUAL, "es");

    private Languages() {}
}
