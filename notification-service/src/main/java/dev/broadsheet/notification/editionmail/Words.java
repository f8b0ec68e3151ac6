package dev.broadsheet.notification.editionmail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What editions say besides their articles. The words stand in {@code messages/editionmail_<language>.properties}. */
@MessageBundle("editionmail")
public interface Words {

    @Message
    String byline(String authors);

    @Message
    String and();

    @Message
    String readTime(int minutes);

    @Message
    String goDeeper(int minutes);

    @Message
    String readOnSite();

    @Message
    String viewInBrowser();

    @Message
    String why(String newsletter);

    @Message
    String unsubscribe();

    @Message
    String preferences();
}
