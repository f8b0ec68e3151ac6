package dev.broadsheet.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Two services that live and one, notification, that is down. */
public class TestUpstreams implements QuarkusTestResourceLifecycleManager {

    private final RecordingUpstream subscription = new RecordingUpstream();
    private final RecordingUpstream article = new RecordingUpstream();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "broadsheet.gateway.upstreams.subscription.url", subscription.url(),
                "broadsheet.gateway.upstreams.article.url", article.url(),
                "broadsheet.gateway.upstreams.notification.url", "http://localhost:" + closedPort());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(subscription, field -> field.getName().equals("subscription"));
        injector.injectIntoFields(article, field -> field.getName().equals("article"));
    }

    @Override
    public void stop() {
        try {
            subscription.close();
            article.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
