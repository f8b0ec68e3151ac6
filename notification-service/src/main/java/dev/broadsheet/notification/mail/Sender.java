package dev.broadsheet.notification.mail;

import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/** As whom a mail is sent. */
public record Sender(String name, String address) {

    /** As it stands in the From header: the name quoted or encoded where it has to be. */
    public String header() {
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name()).toString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every JVM has UTF-8", e);
        }
    }
}
