package dev.broadsheet.gateway.forwarding;

import io.vertx.core.VertxException;

/** No connection to the upstream could be had, so the request was not sent. */
final class UpstreamUnavailableException extends VertxException {

    UpstreamUnavailableException(Throwable cause) {
        super("No connection: " + cause.getClass().getSimpleName(), cause, true);
    }
}
