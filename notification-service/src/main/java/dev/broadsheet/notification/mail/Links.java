package dev.broadsheet.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses that mails lead to, all behind the one public door. */
@ApplicationScoped
public class Links {

    private final String publicUrl;
    private final ReturnPaths returnPaths;
    private final boolean mailIsRead;

    Links(
            @ConfigProperty(name = "broadsheet.public-url") String publicUrl,
            @ConfigProperty(name = "broadsheet.mailbox.host") Optional<String> mailbox,
            ReturnPaths returnPaths) {
        this.publicUrl = publicUrl;
        this.returnPaths = returnPaths;
        this.mailIsRead = mailbox.isPresent();
    }

    /** A page that asks the reader to confirm. Opening it changes nothing: mail scanners open every link. */
    public String confirmation(String token) {
        return publicUrl + "/confirm?token=" + encode(token);
    }

    /** The page on which readers see and change what they get. */
    public String preferences(String token) {
        return publicUrl + "/preferences?token=" + encode(token);
    }

    /** A page that asks one of two mailboxes to confirm that mail goes to another address. */
    public String addressChange(String token) {
        return publicUrl + "/preferences/address?token=" + encode(token);
    }

    /** Takes the POST of RFC 8058; a GET of it leads to a page. */
    public String unsubscribe(String token) {
        return publicUrl + "/api/v1/unsubscribe/" + encode(token);
    }

    /** What to write in List-Unsubscribe: by one POST (RFC 8058), or by a mail where one is read. */
    public String listUnsubscribe(String token) {
        String byPost = "<" + unsubscribe(token) + ">";
        return mailIsRead
                ? byPost + ", <mailto:" + returnPaths.unsubscribeAddress() + "?subject=" + encode(token) + ">"
                : byPost;
    }

    /** An edition as a page. */
    public String edition(UUID id) {
        return publicUrl + "/editions/" + id;
    }

    /** All newsletters, with a form to sign up. */
    public String newsletters() {
        return publicUrl + "/subscribe";
    }

    /** Where whoever has no link to their preferences asks for one. */
    public String preferencesLink() {
        return publicUrl + "/preferences";
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
