package dev.broadsheet.notification.editiondesk;

import dev.broadsheet.notification.editionmail.EditionMail;
import dev.broadsheet.notification.editionmail.EditionMails;
import dev.broadsheet.notification.editionmail.Recipient;
import dev.broadsheet.notification.mime.UnwritableAddressException;
import dev.broadsheet.notification.relay.Lane;
import dev.broadsheet.notification.relay.Outcome;
import dev.broadsheet.notification.relay.Relays;
import dev.broadsheet.outbox.Ids;
import dev.broadsheet.problems.InvalidInputException;
import dev.broadsheet.problems.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import java.util.List;
import java.util.UUID;

/** One mail of an edition to one address, before anybody else gets it. It is no delivery: the ledger knows nothing of it. */
@ApplicationScoped
class TestMails {

    private static final String LANGUAGE = "en";
    private static final long TRY_AGAIN_SECONDS = 10;

    private final DeskEditions editions;
    private final EditionMails mails;
    private final Relays relays;

    TestMails(DeskEditions editions, EditionMails mails, Relays relays) {
        this.editions = editions;
        this.mails = mails;
        this.relays = relays;
    }

    void send(UUID edition, String email) {
        editions.read(edition);
        EditionMail mail = mails.of(edition, LANGUAGE)
                .orElseThrow(() ->
                        new ServiceUnavailableException("The newsletter is not known here yet.", TRY_AGAIN_SECONDS));
        Outcome outcome = handOver(mail, email);
        switch (outcome.result()) {
            case TAKEN -> {
                // Nothing is kept of it.
            }
            case REFUSED -> throw refused("The mail relay refuses this address.");
            case DEFERRED, NOT_BEGUN, UNKNOWN ->
                throw new ServiceUnavailableException("The mail relay did not take the mail.", TRY_AGAIN_SECONDS);
        }
    }

    private Outcome handOver(EditionMail mail, String email) {
        try {
            return relays.handOver(mail.write(Recipient.ofTest(Ids.next(), email)), Lane.READER_MAIL)
                    .join();
        } catch (UnwritableAddressException e) {
            throw refused("No mail can be written to this address.");
        }
    }

    private static InvalidInputException refused(String message) {
        return new InvalidInputException(message, List.of(new Violation("email", "email.refused", message)));
    }
}
