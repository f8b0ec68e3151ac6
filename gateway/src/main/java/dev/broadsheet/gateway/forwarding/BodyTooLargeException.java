package dev.broadsheet.gateway.forwarding;

import io.vertx.core.VertxException;

final class BodyTooLargeException extends VertxException {

    BodyTooLargeException() {
        super("The body is larger than its route takes", true);
    }
}
