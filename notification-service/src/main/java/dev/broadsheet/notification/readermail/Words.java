package dev.broadsheet.notification.readermail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the mails say. The words stand in {@code messages/readermail_<language>.properties}. */
@MessageBundle("readermail")
public interface Words {

    @Message
    String confirmationSubject();

    @Message
    String confirmationOpening();

    @Message
    String confirmationButton();

    @Message
    String confirmationClosing();

    @Message
    String preferencesSubject();

    @Message
    String preferencesOpening();

    @Message
    String preferencesButton();

    @Message
    String preferencesClosing();

    @Message
    String addressCurrentSubject();

    @Message
    String addressCurrentOpening();

    @Message
    String addressCurrentButton();

    @Message
    String addressCurrentClosing();

    @Message
    String addressWantedSubject();

    @Message
    String addressWantedOpening();

    @Message
    String addressWantedButton();

    @Message
    String addressWantedClosing();

    @Message
    String welcomeSubject(String newsletters);

    @Message
    String welcomeOpening();

    @Message
    String immediately(String newsletter);

    @Message
    String daily(String newsletter, String time, String zone);

    @Message
    String weekly(String newsletter, String day, String time, String zone);

    @Message
    String newest();

    @Message
    String welcomePreferences();

    @Message
    String welcomeButton();

    @Message
    String welcomeClosing();

    @Message
    String goodbyeSubject();

    @Message
    String goodbyeOpening();

    @Message
    String goodbyeOthers();

    @Message
    String goodbyeButton();

    @Message
    String goodbyeClosing();

    /** Before the link, in a mail without buttons. */
    @Message
    String openAndPress();

    /** The same, where opening the page is all there is to do. */
    @Message
    String open();

    @Message
    String linkWorksUntil(String until);
}
