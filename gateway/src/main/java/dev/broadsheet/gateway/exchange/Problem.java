package dev.broadsheet.gateway.exchange;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** An answer of the gateway itself, as RFC 9457 has it. Its type is "about:blank": the status says it all. */
public record Problem(int status, String detail, Map<String, String> headers) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem(int status, String detail) {
        this(status, detail, Map.of());
    }

    public static Problem bodyTooLarge(long limit) {
        return new Problem(413, "The body is too large: this path takes %d bytes.".formatted(limit));
    }

    public Buffer toJson(String instance, String requestId) {
        return new JsonObject()
                .put("type", "about:blank")
                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("status", status)
                .put("detail", detail)
                .put("instance", instance)
                .put("requestId", requestId)
                .toBuffer();
    }
}
