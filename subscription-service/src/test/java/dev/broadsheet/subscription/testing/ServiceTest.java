package dev.broadsheet.subscription.testing;

import dev.broadsheet.contracts.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The running service with its real broker and database. */
public abstract class ServiceTest {

    private final Database database = new Database();
    private PublishedEvents events;

    @BeforeEach
    void openTopic() {
        events = new PublishedEvents(Topics.SUBSCRIPTIONS, database);
    }

    @AfterEach
    void closeTopic() {
        events.close();
    }

    protected TestReader newReader() {
        return new TestReader(events);
    }

    protected Database database() {
        return database;
    }

    protected PublishedEvents eventsOn(String topic) {
        return new PublishedEvents(topic, database);
    }
}
