package dev.broadsheet.subscription.incoming;

import java.util.List;

/** Decides on the requests of one kind. */
public interface IncomingHandler {

    IncomingKind kind();

    /** Gives the requests their effect, in the transaction that removes them from the queue. They are in order of arrival. */
    void handle(List<IncomingRequest> requests);

    /** One that fails by itself, again and again, leaves the queue in this call, and must not be lost. */
    void putAside(IncomingRequest request);
}
