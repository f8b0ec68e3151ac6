package dev.broadsheet.subscription.testing;

import dev.broadsheet.contracts.Topics;
import java.util.UUID;

/** The running service with its real broker and database. */
public abstract class ServiceTest {

    private final Database database = new Database();

    /** With a mail domain of one's own: what a domain may do in a time is limited. */
    protected TestReader newReader() {
        return newReaderAt("mail-" + UUID.randomUUID() + ".example.org");
    }

    protected TestReader newReaderAt(String domain) {
        return new TestReader(domain, eventsOn(Topics.SUBSCRIPTIONS));
    }

    protected Database database() {
        return database;
    }

    protected PublishedEvents eventsOn(String topic) {
        return PublishedEvents.on(topic);
    }
}
