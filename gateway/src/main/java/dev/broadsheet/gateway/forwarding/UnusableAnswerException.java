package dev.broadsheet.gateway.forwarding;

import io.vertx.core.VertxException;

/** The upstream answered with what can't be passed on. */
final class UnusableAnswerException extends VertxException {

    UnusableAnswerException(String message) {
        super(message, true);
    }
}
