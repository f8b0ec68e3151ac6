package dev.broadsheet.localstack.client;

/** What was waited for did not come in time. */
public final class NotSeenException extends RuntimeException {

    NotSeenException(String message) {
        super(message);
    }
}
