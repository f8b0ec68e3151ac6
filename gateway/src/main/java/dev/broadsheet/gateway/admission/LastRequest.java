package dev.broadsheet.gateway.admission;

import dev.broadsheet.gateway.exchange.Exchange;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Ends a connection with its first chunked request.
 *
 * <p>The HTTP parser drops a Content-Length that came along with a Transfer-Encoding, and tells nobody. RFC 9112 (6.3)
 * wants such a connection closed after the answer, for what follows may be a smuggled request. As the gateway can't tell
 * it from an honest chunked request, it closes after either: an honest client just connects again.
 */
public final class LastRequest {

    private static final AttributeKey<Boolean> SEEN = AttributeKey.valueOf(LastRequest.class, "seen");

    private LastRequest() {}

    /** Whether the connection was to end before this exchange, which then must not be looked at. */
    public static boolean isPast(Exchange exchange) {
        HttpConnection connection = exchange.request().connection();
        if (!(connection instanceof ConnectionBase base)) {
            throw new IllegalStateException("Not a Vert.x connection: " + connection.getClass());
        }
        boolean past = base.channel().hasAttr(SEEN);
        if (exchange.isChunked()) {
            base.channel().attr(SEEN).set(true);
        }
        return past;
    }
}
