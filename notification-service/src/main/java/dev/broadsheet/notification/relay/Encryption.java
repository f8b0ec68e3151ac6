package dev.broadsheet.notification.relay;

import dev.broadsheet.notification.relay.RelaysConfig.StartTls;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** TLS to one relay, and whose certificate is believed. */
final class Encryption {

    private final RelaysConfig.Relay config;
    private final SslContext context;

    Encryption(RelaysConfig.Relay config) {
        this.config = config;
        this.context = config.startTls() == StartTls.DISABLED ? null : context(config);
    }

    private static SslContext context(RelaysConfig.Relay config) {
        SslContextBuilder builder = SslContextBuilder.forClient().sslProvider(SslProvider.JDK);
        Optional<Path> certificates = config.trustCertificates();
        // Whoever could answer with another certificate could as well strip STARTTLS from the relay's offer.
        if (config.trustAll() || config.startTls() == StartTls.OPTIONAL) {
            builder.trustManager(InsecureTrustManagerFactory.INSTANCE).endpointIdentificationAlgorithm(null);
        } else {
            certificates.ifPresent(file -> builder.trustManager(file.toFile()));
            builder.endpointIdentificationAlgorithm("HTTPS");
        }
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException("No encryption to relay " + config.host(), e);
        }
    }

    SslHandler handler(Channel channel) {
        return context.newHandler(channel.alloc(), config.host(), config.port());
    }
}
