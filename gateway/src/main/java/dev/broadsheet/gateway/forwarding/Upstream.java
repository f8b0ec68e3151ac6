package dev.broadsheet.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;

/** A service behind the gateway, with a pool of connections of its own: a slow one can't use up the others'. */
final class Upstream {

    private final String name;
    private final HttpClient client;
    private final URI origin;
    private final Duration connectTimeout;

    Upstream(String name, URI origin, HttpClient client, Duration connectTimeout) {
        requireOrigin(name, origin);
        this.name = name;
        this.origin = origin;
        this.client = client;
        this.connectTimeout = connectTimeout;
    }

    String name() {
        return name;
    }

    HttpClient client() {
        return client;
    }

    /** Fails with {@link UpstreamUnavailableException} only. */
    Future<HttpClientRequest> open() {
        boolean secure = origin.getScheme().equals("https");
        int defaultPort = secure ? 443 : 80;
        RequestOptions options = new RequestOptions()
                .setHost(origin.getHost())
                .setPort(origin.getPort() == -1 ? defaultPort : origin.getPort())
                .setSsl(secure)
                .setConnectTimeout(connectTimeout.toMillis());
        return client.request(options).recover(cause -> Future.failedFuture(new UpstreamUnavailableException(cause)));
    }

    private static void requireOrigin(String name, URI origin) {
        boolean http = "http".equals(origin.getScheme()) || "https".equals(origin.getScheme());
        boolean bare = origin.getRawPath() == null
                || origin.getRawPath().isEmpty()
                || origin.getRawPath().equals("/");
        if (!http || !bare || origin.getHost() == null) {
            throw new IllegalArgumentException(
                    "The URL of upstream %s must be an origin such as http://host:8081, not %s"
                            .formatted(name, origin));
        }
    }
}
