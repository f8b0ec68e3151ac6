package dev.broadsheet.gateway.forwarding;

import dev.broadsheet.gateway.configuration.GatewayConfiguration;
import dev.broadsheet.gateway.configuration.GatewayConfiguration.Pool;
import dev.broadsheet.gateway.configuration.GatewayConfiguration.Timeouts;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

@Singleton
class Upstreams {

    private final Map<String, Upstream> byName = new TreeMap<>();

    Upstreams(Vertx vertx, GatewayConfiguration configuration) {
        configuration
                .upstreams()
                .forEach((name, upstream) -> upstream.url().ifPresent(url -> {
                    HttpClient client = client(vertx, configuration);
                    byName.put(
                            name,
                            new Upstream(
                                    name, url, client, configuration.timeouts().connect()));
                }));
    }

    Upstream named(String name) {
        return byName.get(name);
    }

    @PreDestroy
    void close() {
        byName.values().forEach(upstream -> upstream.client().close());
    }

    private static HttpClient client(Vertx vertx, GatewayConfiguration configuration) {
        Pool pool = configuration.pool();
        Timeouts timeouts = configuration.timeouts();
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(timeouts.connect().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(timeouts.idle().toMillis()))
                .setKeepAliveTimeout(Math.toIntExact(pool.keepAlive().toSeconds()))
                .setMaxWaitQueueSize(pool.queue());
        return vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions().setHttp1MaxSize(pool.connections()))
                .build();
    }
}
