package dev.broadsheet.notification.editionmail;

import dev.broadsheet.notification.mail.Links;
import dev.broadsheet.notification.mail.ReturnPaths;
import dev.broadsheet.notification.mime.MailHeaders;
import dev.broadsheet.notification.mime.Mould;
import dev.broadsheet.notification.relay.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An edition in one language, the same to everyone but for the address and the links that are a reader's own. */
public final class EditionMail {

    private final UUID edition;
    private final Instant closedAt;
    private final Mould mould;
    private final String messageIdDomain;
    private final Links links;
    private final ReturnPaths returnPaths;

    EditionMail(
            UUID edition, Instant closedAt, Mould mould, String messageIdDomain, Links links, ReturnPaths returnPaths) {
        this.edition = edition;
        this.closedAt = closedAt;
        this.mould = mould;
        this.messageIdDomain = messageIdDomain;
        this.links = links;
        this.returnPaths = returnPaths;
    }

    /** When the edition closed; of an open one, when it was looked at. */
    public Instant closedAt() {
        return closedAt;
    }

    /**
     * The mail to one reader.
     *
     * @throws dev.broadsheet.notification.mime.UnwritableAddressException if no mail can be written to the address
     */
    public Message write(Recipient recipient) {
        UUID subscriber = recipient.subscriberId();
        String wayOut = recipient.unsubscribeToken();
        MailHeaders own = new MailHeaders()
                .to(recipient.email())
                // The same however often this delivery is sent, so that a repetition can be told from a second mail.
                .field("Message-ID", "<" + edition + "." + subscriber + "@" + messageIdDomain + ">");
        if (wayOut != null) {
            own.unsubscribe(links.listUnsubscribe(wayOut));
        }
        String unsubscribe = wayOut == null ? links.newsletters() : links.unsubscribe(wayOut);
        String preferences = recipient.preferencesToken() == null
                ? links.preferencesLink()
                : links.preferences(recipient.preferencesToken());
        return new Message(
                returnPaths.of(subscriber, edition),
                recipient.email(),
                mould.cast(own, List.of(unsubscribe, preferences)));
    }
}
