package dev.broadsheet.outbox;

import dev.broadsheet.contracts.EventType;

/** An event that no topic would take. Thrown where the change is made, so that the change is undone and its author told. */
public final class EventTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventTooLargeException(EventType type, int bytes, int maximum) {
        super("A " + type.eventName() + " of " + bytes + " bytes is over the limit of " + maximum);
    }
}
